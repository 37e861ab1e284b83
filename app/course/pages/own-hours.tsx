import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { PageHeader, PrintButton, Section } from "~/ui";
import { readOwnHours } from "../operations/learning/read-hours.server";
import { HourSums, LedgerEntries, LessonTimesTable } from "../parts/learning/hours";
import "../parts/lesson.css";

export const handle = pageHandle({
  i18n: ["course", "learning"],
  title: () => "learning:hours.title",
  breadcrumbs: () => [{ text: "course:course.title", to: "/kurz" }, { text: "learning:hours.title" }],
});

export const loader = guarded("course:study", async ({ actor }) => {
  const { enrolment, sums, entries, lessons } = await readOwnHours(actor);
  const { name, settings } = enrolment.run;
  return { run: { name, settings }, sums, entries, lessons };
});

/** A trainee's own ledger: every entry, and the three times of each lesson side by side. */
export default function OwnHoursPage() {
  const { t } = useTranslation("learning");
  const { run, sums, entries, lessons } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        eyebrow={run.name}
        title={t("hours.title")}
        lead={t("hours.lead")}
        actions={<PrintButton>{t("worksheets.print")}</PrintButton>}
      />
      <HourSums sums={sums} settings={run.settings} />
      <Section title={t("hours.entries")} lead={t("hours.entriesLead")}>
        <LedgerEntries entries={entries} teachingHour={run.settings.teachingHour} own />
      </Section>
      <Section title={t("hours.times")} lead={t("hours.timesLead")}>
        <LessonTimesTable lessons={lessons} />
      </Section>
    </>
  );
}

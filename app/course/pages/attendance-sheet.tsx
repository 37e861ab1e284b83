import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { PageHeader, PrintButton, Section, useLanguage } from "~/ui";
import { readSession } from "../operations/teaching/read-session.server";
import { AttendanceSheetTable } from "../parts/teaching/attendance-sheet-table";
import { SessionFactsList } from "../parts/teaching/session-facts-list";
import { sessionWhen } from "../parts/teaching/session-when";
import { sessionCrumbs } from "../parts/teaching/session-crumbs";
import "../parts/teaching/teaching.css";

export const handle = pageHandle<PageData>({
  i18n: ["teaching", "course"],
  title: () => "teaching:sheet.title",
  breadcrumbs: ({ run, session }) => sessionCrumbs(run, "teaching:sheet.title", session),
});

type PageData = ReturnType<typeof useLoaderData<typeof loader>>;

export const loader = guarded("theory:credit", async ({ actor, params, now }) => {
  const address = { runId: params.id ?? "", sessionId: params.session ?? "" };
  const { run, session, moduleTitle, trainer, attendees } = await readSession(actor, address, { now });
  const names = attendees
    .filter(({ active }) => active)
    .map(({ enrolmentId, name }) => ({ enrolmentId, name }));
  return { run, session, moduleTitle, trainer, attendees: names };
});

/** A sheet to print and sign; it has nothing but names and times, no excuses and no hours. */
export default function AttendanceSheet() {
  const reading = useLoaderData<typeof loader>();
  const { t } = useTranslation("teaching");
  const language = useLanguage();
  const { run, session, attendees } = reading;
  return (
    <>
      <PageHeader
        eyebrow={run.name}
        title={t("sheet.title")}
        lead={`${session.topic}, ${sessionWhen(session, language)}`}
        actions={<PrintButton>{t("sheet.print")}</PrintButton>}
      />
      <Section title={t("facts.title")}>
        <SessionFactsList reading={reading} />
      </Section>
      <Section title={t("sheet.table")}>
        <AttendanceSheetTable attendees={attendees} />
        <div className="sheet-foot">
          <p className="sheet-line">{t("sheet.trainerSignature")}</p>
          <p className="sheet-line">{t("sheet.dateSignature")}</p>
        </div>
      </Section>
    </>
  );
}

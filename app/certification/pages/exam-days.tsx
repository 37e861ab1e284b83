import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { EmptyState, PageHeader, Section } from "~/ui";
import { ownExamDays } from "../operations/exam/read-run-exam.server";
import { ExamDayTable } from "../parts/exam/exam-day-table";

export const handle = pageHandle({
  i18n: ["exam"],
  title: () => "exam:list.title",
  breadcrumbs: () => [{ text: "exam:list.title" }],
});

export const loader = guarded("exam:judge", async ({ actor }) => ({ days: await ownExamDays(actor) }));

/** Days on which the signed-in person sits in the commission. */
export default function ExamDays() {
  const { days } = useLoaderData<typeof loader>();
  const { t } = useTranslation("exam");
  const open = days.filter(({ state }) => ["planned", "open", "closed"].includes(state));
  const over = days.filter(({ state }) => state === "locked" || state === "cancelled");
  return (
    <>
      <PageHeader title={t("list.title")} lead={t("list.lead")} />
      {days.length === 0 && <EmptyState title={t("list.emptyTitle")} text={t("list.emptyText")} />}
      {days.length > 0 && (
        <Section title={t("list.open")}>
          <ExamDayTable caption={t("list.open")} days={open} ofMember empty={<p>{t("list.noneOpen")}</p>} />
        </Section>
      )}
      {over.length > 0 && (
        <Section title={t("list.over")}>
          <ExamDayTable caption={t("list.over")} days={over} ofMember empty={null} />
        </Section>
      )}
    </>
  );
}

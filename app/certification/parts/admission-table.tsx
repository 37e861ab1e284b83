import { useTranslation } from "react-i18next";
import { DataTable, formatNumber, useLanguage } from "~/ui";
import type { ExamAdmission } from "../rules/exam-admission";
import { shareText } from "./admission-sum";

interface AdmissionTableProps {
  caption: string;
  examinees: readonly { enrolmentId: string; name: string; admission: ExamAdmission }[];
  runId: string;
}

/** Who is not admitted to the exam yet, and how much is missing: the numbers of the calculation. */
export function AdmissionTable({ caption, examinees, runId }: AdmissionTableProps) {
  const { t } = useTranslation("certification");
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language, 2);
  const hours = examinees[0]?.admission.basis === "teachingHours";
  const of = ({ done, of: whole }: ExamAdmission["theory"]) =>
    t("requirement.of", { done: number(done), required: number(whole) });
  return (
    <DataTable
      caption={t(hours ? "admission.inHours" : "admission.inMinutes", { caption })}
      rows={examinees}
      rowKey={({ enrolmentId }) => enrolmentId}
      rowLink={({ enrolmentId }) => `/behy/${runId}/ucastnik/${enrolmentId}`}
      columns={[
        { key: "name", header: t("admission.name"), cell: ({ name }) => name, phone: "title" },
        { key: "theory", header: t("admission.theory"), cell: ({ admission }) => of(admission.theory) },
        { key: "practice", header: t("admission.practice"), cell: ({ admission }) => of(admission.practice) },
        {
          key: "share",
          header: t("admission.share"),
          cell: ({ admission }) => shareText(admission, language),
          numeric: true,
        },
        {
          key: "missing",
          header: t("admission.missing"),
          cell: ({ admission }) => number(admission.missing),
          numeric: true,
        },
      ]}
    />
  );
}

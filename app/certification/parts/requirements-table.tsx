import { useTranslation } from "react-i18next";
import { DataTable, formatMonth, formatNumber, Notice, StatusTag, useLanguage, useText } from "~/ui";
import type { Graduation, Requirement } from "../rules/graduation";

interface RequirementsTableProps {
  graduation: Graduation;
  /** Months of practice without enough supervision in the month itself. */
  gaps: readonly string[];
}

/** Every condition of the certificate: how much is done and how much is missing. */
export function RequirementsTable({ graduation, gaps }: RequirementsTableProps) {
  const { t } = useTranslation("certification");
  const text = useText();
  const { amount, shareOf } = useAmounts();
  return (
    <div className="stack">
      <DataTable
        caption={t("requirement.caption")}
        captionHidden
        rows={graduation.requirements}
        rowKey={({ code }) => code}
        columns={[
          {
            key: "name",
            header: t("requirement.name"),
            cell: ({ code }) => text(`certification:requirement.${code}`),
            phone: "title",
          },
          {
            key: "done",
            header: t("requirement.done"),
            cell: (row) => (row.required === 0 ? t("requirement.notYet") : shareOf(row)),
          },
          {
            key: "missing",
            header: t("requirement.missing"),
            cell: (row) => (row.met ? t("requirement.nothing") : amount(row, row.missing)),
          },
          {
            key: "state",
            header: t("requirement.state"),
            cell: ({ met, required }) => (
              <StatusTag tone={required === 0 ? "neutral" : met ? "success" : "warning"}>
                {t(required === 0 ? "requirement.idle" : met ? "requirement.met" : "requirement.unmet")}
              </StatusTag>
            ),
          },
        ]}
      />
      {gaps.length > 0 && (
        <Notice>{t("requirement.gaps", { months: gaps.map(formatMonth).join(", ") })}</Notice>
      )}
    </div>
  );
}

/** Minutes as hours of their kind, a count as it is. */
function useAmounts() {
  const { t } = useTranslation("certification");
  const language = useLanguage();
  const number = ({ unit, hour = 60 }: Requirement, value: number) =>
    formatNumber(unit === "count" ? value : value / hour, language, 2);
  const withUnit = ({ unit, code }: Requirement, value: string) => {
    if (unit === "count") return value;
    return t(code === "theory" ? "requirement.teachingHours" : "requirement.hours", { value });
  };
  return {
    amount: (row: Requirement, value: number) => withUnit(row, number(row, value)),
    shareOf: (row: Requirement) => {
      const values = { done: number(row, row.done), required: number(row, row.required) };
      return withUnit(row, t("requirement.of", values));
    },
  };
}

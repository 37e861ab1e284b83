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
  const amount = useAmount();
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
            cell: (row) =>
              t("requirement.of", { done: amount(row, row.done), required: amount(row, row.required) }),
          },
          {
            key: "missing",
            header: t("requirement.missing"),
            cell: (row) => (row.met ? t("requirement.nothing") : amount(row, row.missing)),
          },
          {
            key: "state",
            header: t("requirement.state"),
            cell: ({ met }) => (
              <StatusTag tone={met ? "success" : "warning"}>
                {t(met ? "requirement.met" : "requirement.unmet")}
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
function useAmount() {
  const { t } = useTranslation("certification");
  const language = useLanguage();
  return ({ unit, hour = 60, code }: Requirement, value: number) => {
    if (unit === "count") return formatNumber(value, language);
    const hours = formatNumber(value / hour, language, 2);
    return t(code === "theory" ? "requirement.teachingHours" : "requirement.hours", { value: hours });
  };
}

import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DataTable, StatusTag } from "~/ui";
import type { BiasMotivation, IncidentForm, TimePrecision, Verification } from "../codebook";
import { useIncidentWords } from "./incident-words";
import { sentence, useLabels } from "./labels";
import { VerificationTag } from "./verification-tag";

export interface IncidentTableRow {
  id: string;
  number: string;
  day: string;
  minute: number | null;
  timePrecision: TimePrecision;
  municipality: string | null;
  districtCode: string;
  forms: IncidentForm[];
  motivations: BiasMotivation[];
  verification: Verification;
  helpNeeded: boolean;
}

/** Incidents in rows; on a phone each is a card. */
export function IncidentTable({ incidents, empty }: { incidents: IncidentTableRow[]; empty: ReactNode }) {
  const { t } = useTranslation("incidents");
  const labels = useLabels();
  const words = useIncidentWords();
  return (
    <DataTable
      caption={t("list.caption")}
      rows={incidents}
      rowKey={({ id }) => id}
      rowLink={({ id }) => `/incidenty/${id}`}
      empty={empty}
      columns={[
        {
          key: "number",
          header: t("list.number"),
          cell: ({ number }) => <span className="whitespace-nowrap">{number}</span>,
        },
        { key: "when", header: t("list.when"), cell: words.when },
        { key: "where", header: t("list.where"), cell: (row) => <Where {...row} /> },
        {
          key: "what",
          header: t("list.what"),
          cell: ({ forms }) => sentence(forms.map(labels.form).join(", ")),
        },
        {
          key: "motivation",
          header: t("list.motivation"),
          cell: ({ motivations }) => sentence(motivations.map(labels.motivation).join(", ")),
        },
        {
          key: "state",
          header: t("list.state"),
          cell: ({ verification, helpNeeded }) => (
            <span className="flex flex-wrap gap-1">
              <VerificationTag verification={verification} />
              {helpNeeded && <StatusTag tone="warning">{t("list.helpNeeded")}</StatusTag>}
            </span>
          ),
        },
      ]}
    />
  );
}

/** The municipality, and under it the district where that says more. */
function Where({ municipality, districtCode }: Pick<IncidentTableRow, "municipality" | "districtCode">) {
  const words = useIncidentWords();
  const district = sentence(words.where({ municipality: null, districtCode }));
  if (municipality === null) return <>{district}</>;
  return (
    <>
      {municipality}
      {!words.isSeat(municipality, districtCode) && (
        <span className="block text-sm text-ink-soft">{district}</span>
      )}
    </>
  );
}

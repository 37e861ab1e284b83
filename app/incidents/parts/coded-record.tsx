import { useTranslation } from "react-i18next";
import { DescriptionList } from "~/ui";
import type {
  BiasBasis,
  BiasMotivation,
  Channel,
  GeoPrecision,
  IncidentForm,
  OdihrType,
  PlaceKind,
  Source,
  TimePrecision,
  VictimType,
} from "../codebook";
import { useIncidentWords } from "./incident-words";
import { sentence, useLabels } from "./labels";

export interface CodedRecordProps {
  day: string;
  minute: number | null;
  timePrecision: TimePrecision;
  municipality: string | null;
  municipalityFromPoint: boolean;
  districtCode: string;
  geoPrecision: GeoPrecision;
  placeKind: PlaceKind | null;
  forms: IncidentForm[];
  channel: Channel | null;
  motivations: BiasMotivation[];
  basis: Partial<Record<BiasMotivation, BiasBasis>>;
  odihrType: OdihrType;
  victimType: VictimType | null;
  injured: boolean | null;
  helpNeeded: boolean;
  source: Source | null;
  concernsPolice: boolean;
  concernsOffice: boolean;
  codebookVersion: number;
}

/** The codes of an incident in words; nothing here was told by anybody. */
export function CodedRecord(record: CodedRecordProps) {
  const { t } = useTranslation("incidents");
  const { t: common } = useTranslation("common");
  const labels = useLabels();
  const words = useIncidentWords();
  const concerns = [
    record.concernsPolice ? t("detail.concernsPolice") : null,
    record.concernsOffice ? t("detail.concernsOffice") : null,
  ].filter((one) => one !== null);
  const injured = record.injured === null ? "unknown" : record.injured ? "yes" : "no";
  const where = sentence(words.where(record));
  return (
    <DescriptionList
      columns={2}
      items={[
        { label: t("detail.when"), value: sentence(words.when(record)) },
        {
          label: t("detail.where"),
          value: record.municipalityFromPoint ? `${where}. ${t("place.fromPoint")}` : where,
        },
        { label: t("detail.forms"), value: sentence(record.forms.map(labels.form).join(", ")) },
        {
          label: t("detail.motivations"),
          value: sentence(
            record.motivations
              .map((code) => {
                const basis = record.basis[code];
                return basis
                  ? `${labels.motivation(code)} (${labels.basis(basis)})`
                  : labels.motivation(code);
              })
              .join(", "),
          ),
        },
        record.channel && { label: t("detail.channel"), value: sentence(labels.channel(record.channel)) },
        record.placeKind && { label: t("detail.placeKind"), value: sentence(labels.place(record.placeKind)) },
        { label: t("detail.geoPrecision"), value: sentence(labels.geoPrecision(record.geoPrecision)) },
        record.victimType && {
          label: t("detail.victimType"),
          value: sentence(labels.victimType(record.victimType)),
        },
        { label: t("detail.injured"), value: sentence(common(injured)) },
        {
          label: t("detail.help"),
          value: sentence(record.helpNeeded ? t("detail.helpYes") : t("detail.helpNo")),
        },
        record.source && { label: t("detail.source"), value: sentence(labels.source(record.source)) },
        {
          label: t("detail.concerns"),
          value: sentence(concerns.length > 0 ? concerns.join(", ") : t("detail.concernsNobody")),
        },
        {
          label: t("detail.odihr"),
          value: (
            <>
              {sentence(labels.odihr(record.odihrType))}
              <span className="block text-sm text-ink-soft">{t("code.odihrHint")}</span>
            </>
          ),
        },
        {
          label: t("detail.codebook"),
          value: t("detail.codebookVersion", { version: record.codebookVersion }),
        },
      ].map((item) => item || false)}
    />
  );
}

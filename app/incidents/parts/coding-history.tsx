import { useTranslation } from "react-i18next";
import { Disclosure, Timeline } from "~/ui";
import type { BiasBasis, BiasMotivation, Channel, IncidentForm, PlaceKind, VictimType } from "../codebook";
import { sentence, useLabels } from "./labels";

export interface CodingHistoryItem {
  id: string;
  codedAt: string;
  author: string | null;
  reason: string | null;
  forms: IncidentForm[];
  channel: Channel | null;
  placeKind: PlaceKind | null;
  motivations: BiasMotivation[];
  basis: Partial<Record<BiasMotivation, BiasBasis>>;
  victimType: VictimType | null;
}

/** How the incident was coded, from now back to the report. */
export function CodingHistory({ items }: { items: CodingHistoryItem[] }) {
  const { t } = useTranslation("incidents");
  const labels = useLabels();
  const codesOf = (item: CodingHistoryItem) =>
    [
      item.forms.map(labels.form).join(", "),
      item.motivations
        .map((code) => {
          const basis = item.basis[code];
          return basis ? `${labels.motivation(code)} (${labels.basis(basis)})` : labels.motivation(code);
        })
        .join(", "),
      item.channel && labels.channel(item.channel),
      item.placeKind && labels.place(item.placeKind),
      item.victimType && labels.victimType(item.victimType),
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <Disclosure summary={t("coding.history")}>
      <Timeline
        label={t("coding.history")}
        items={items.map((item, index) => ({
          id: item.id,
          at: item.codedAt,
          author: item.author,
          title: index === items.length - 1 ? t("coding.first") : t("coding.changed"),
          text: (
            <>
              {item.reason && <p className="whitespace-pre-line break-words">{item.reason}</p>}
              <p>{sentence(codesOf(item))}</p>
            </>
          ),
        }))}
      />
    </Disclosure>
  );
}

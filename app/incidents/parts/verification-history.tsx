import { useTranslation } from "react-i18next";
import { Section, Timeline } from "~/ui";
import { biasIndicators, type BiasIndicator, type IndicatorState, type Verification } from "../codebook";
import { sentence, useLabels } from "./labels";
import { verificationTone } from "./verification-tag";

export interface VerificationHistoryItem {
  id: string;
  verification: Verification;
  decidedAt: string;
  states: Partial<Record<BiasIndicator, IndicatorState>>;
  author: string | null;
  reason: string | null;
  indicators: Partial<Record<BiasIndicator, { state: IndicatorState; evidence: string }>> | null;
}

/** Every decision about an incident, the newest first. */
export function VerificationHistory({ items, own }: { items: VerificationHistoryItem[]; own: boolean }) {
  const { t } = useTranslation("incidents");
  const labels = useLabels();
  return (
    <Section title={t("detail.history")} lead={own ? t("detail.reportersView") : undefined}>
      {items.length === 0 ? (
        <p>{t("detail.historyEmpty")}</p>
      ) : (
        <Timeline
          label={t("detail.history")}
          items={items.map((item) => ({
            id: item.id,
            at: item.decidedAt,
            author: item.author,
            title: sentence(labels.verification(item.verification)),
            tone: verificationTone(item.verification),
            text: <DecisionText item={item} />,
          }))}
        />
      )}
    </Section>
  );
}

function DecisionText({ item }: { item: VerificationHistoryItem }) {
  const { t } = useTranslation("incidents");
  const labels = useLabels();
  const present = biasIndicators.filter((code) => item.states[code] === "PRESENT");
  const withEvidence = biasIndicators.filter((code) => item.indicators?.[code]?.evidence);
  return (
    <>
      {item.reason && <p className="whitespace-pre-line break-words">{item.reason}</p>}
      {present.length > 0 && (
        <p>{t("detail.indicatorsPresent", { list: present.map(labels.indicator).join(", ") })}</p>
      )}
      {withEvidence.length > 0 && (
        <ul className="list-disc ps-5">
          {withEvidence.map((code) => (
            <li key={code} className="break-words">
              {t("detail.evidence", {
                indicator: sentence(labels.indicator(code)),
                state: labels.indicatorState(item.states[code] ?? "UNKNOWN"),
                evidence: item.indicators?.[code]?.evidence,
              })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

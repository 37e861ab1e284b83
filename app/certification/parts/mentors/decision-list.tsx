import { useTranslation } from "react-i18next";
import { formatDateTime, Timeline, useLanguage, type Tone } from "~/ui";
import type { DecisionView } from "../../operations/mentors/read-mentor.server";
import type { DecisionKind } from "../../rules/mentors/facts";

const tones: Record<DecisionKind, Tone> = {
  suspended: "danger",
  restored: "success",
  ended: "neutral",
  renewed: "success",
};

/** What was decided about a mentor, from when, by whom and why; the newest first. */
export function DecisionList({ decisions }: { decisions: readonly DecisionView[] }) {
  const { t } = useTranslation("mentors");
  const language = useLanguage();
  if (decisions.length === 0) return <p>{t("record.noDecisions")}</p>;
  return (
    <Timeline
      label={t("record.decisions")}
      items={decisions.map(({ id, kind, fromDay, by, reason, decidedAt }) => ({
        id,
        at: fromDay,
        author: by ?? undefined,
        title: t(`decision.${kind}`),
        tone: tones[kind],
        text: (
          <>
            <p>{reason}</p>
            <p className="text-sm text-ink-soft">
              {t("record.decided", { when: formatDateTime(decidedAt, language) })}
            </p>
          </>
        ),
      }))}
    />
  );
}

import { useTranslation } from "react-i18next";
import { formatDay, Notice, useLanguage } from "~/ui";

interface RefusedEntriesProps {
  refused: readonly { id: string; refusal: "own" | "stale" | "decided" | "notFound" }[];
  /** How many of the others were approved. */
  count: number;
  trainees: readonly { name: string; entries: readonly { id: string; day: string }[] }[];
}

/** Which of several chosen entries could not be approved, and why; the rest were. */
export function RefusedEntries({ refused, count, trainees }: RefusedEntriesProps) {
  const { t } = useTranslation("practice");
  const language = useLanguage();
  const labelOf = (id: string, reason: string) => {
    for (const { name, entries } of trainees) {
      const entry = entries.find((one) => one.id === id);
      if (entry) return t("review.refused", { name, day: formatDay(entry.day, language), reason });
    }
    return t("review.refusedUnknown", { reason });
  };
  return (
    <Notice tone="warning" title={t("review.refusedTitle")}>
      {count > 0 && <p>{t("review.approved", { count })}</p>}
      <ul>
        {refused.map(({ id, refusal }) => (
          <li key={id}>{labelOf(id, t(`review.refusal.${refusal}`))}</li>
        ))}
      </ul>
    </Notice>
  );
}

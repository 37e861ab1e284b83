import { useTranslation } from "react-i18next";
import { formatDay, Notice, useLanguage } from "~/ui";
import type { ReviewRefusal } from "../operations/review-entries.server";

interface RefusedEntriesProps {
  refused: readonly { id: string; refusal: ReviewRefusal }[];
  /** How many of the others succeeded, and a sentence saying so. */
  count: number;
  done: string;
  trainees: readonly { name: string; entries: readonly { id: string; day: string }[] }[];
}

/** Which of several chosen entries stayed as they were, and why; the rest did not. */
export function RefusedEntries({ refused, count, done, trainees }: RefusedEntriesProps) {
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
      {count > 0 && <p>{done}</p>}
      <ul>
        {refused.map(({ id, refusal }) => (
          <li key={id}>{labelOf(id, t(`review.refusal.${refusal}`))}</li>
        ))}
      </ul>
    </Notice>
  );
}

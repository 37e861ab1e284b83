import { useTranslation } from "react-i18next";
import { formatTime } from "~/platform/days";
import { formatDay, formatTimeOfDay, Timeline, useLanguage, type IconName, type Tone } from "~/ui";
import type { ActivityKind, PlaceKind, PracticeState } from "../codes";

export interface HistoryStep {
  id: string;
  state: PracticeState;
  at: string;
  byName: string;
  reason: string | null;
  content: {
    day: string;
    startMinute: number;
    endMinute: number;
    activity: ActivityKind;
    place: PlaceKind;
    note: string;
  } | null;
}

const looks: Record<PracticeState, { icon: IconName; tone: Tone }> = {
  submitted: { icon: "clock", tone: "info" },
  returned: { icon: "refresh", tone: "warning" },
  approved: { icon: "check", tone: "success" },
  withdrawn: { icon: "cross", tone: "neutral" },
  reversed: { icon: "refresh", tone: "neutral" },
};

/** Who did what with an entry; an older writing is shown where it was replaced. */
export function EntryHistory({ steps }: { steps: readonly HistoryStep[] }) {
  const { t } = useTranslation("practice");
  const language = useLanguage();
  const time = (minute: number) => formatTimeOfDay(formatTime(minute), language);
  const current = steps.find(({ content }) => content !== null);
  return (
    <Timeline
      label={t("entry.history")}
      items={steps.map(({ id, state, at, byName, reason, content }) => ({
        id,
        at,
        author: byName,
        title: t(`entry.historyState.${state}`),
        text:
          reason ??
          (content && id !== current?.id
            ? t("entry.before", {
                day: formatDay(content.day, language),
                from: time(content.startMinute),
                to: time(content.endMinute),
                note: content.note,
              })
            : undefined),
        ...looks[state],
      }))}
    />
  );
}

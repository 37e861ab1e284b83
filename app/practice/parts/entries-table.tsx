import { useTranslation } from "react-i18next";
import { DataTable, formatMinutesAsHours, Time } from "~/ui";
import type { ActivityKind, PracticeState } from "../codes";
import { EntryStateTag } from "./entry-state-tag";
import { EntryTimes } from "./entry-times";

export interface EntryLine {
  id: string;
  day: string;
  startMinute: number;
  endMinute: number;
  minutes: number;
  activity: ActivityKind;
  state: PracticeState;
}

/** Entries under each other; on a phone a card for each. */
export function EntriesTable({ caption, entries }: { caption: string; entries: readonly EntryLine[] }) {
  const { t } = useTranslation("practice");
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={entries}
      rowKey={({ id }) => id}
      rowLink={({ id }) => `/praxe/${id}`}
      columns={[
        { key: "day", header: t("list.day"), cell: ({ day }) => <Time value={day} />, phone: "title" },
        { key: "time", header: t("list.time"), cell: (entry) => <EntryTimes {...entry} /> },
        {
          key: "length",
          header: t("list.length"),
          cell: ({ minutes }) => formatMinutesAsHours(minutes),
          numeric: true,
        },
        { key: "activity", header: t("list.activity"), cell: ({ activity }) => t(`activity.${activity}`) },
        { key: "state", header: t("list.state"), cell: ({ state }) => <EntryStateTag state={state} /> },
      ]}
    />
  );
}

import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DescriptionList, formatMinutesAsHours, Time } from "~/ui";
import type { ActivityKind, PlaceKind } from "../codes";
import { EntryTimes } from "./entry-times";
import { EntryGuide, type EntryGuideProps } from "./guides/entry-guide";

interface EntryFactsProps {
  entry: EntryGuideProps & {
    day: string;
    startMinute: number;
    endMinute: number;
    minutes: number;
    activity: ActivityKind;
    place: PlaceKind;
    note: string;
    case: { id: string; code: string; centre: string } | null;
  };
}

/** Everything that is written in an entry, as far as its reader may see it. */
export function EntryFacts({ entry }: EntryFactsProps) {
  const { t } = useTranslation("practice");
  const clockChanged = entry.endMinute - entry.startMinute !== entry.minutes;
  return (
    <DescriptionList
      items={[
        { label: t("list.day"), value: <Time value={entry.day} /> },
        { label: t("list.time"), value: <EntryTimes {...entry} /> },
        {
          label: t("entry.minutes"),
          value: (
            <>
              {formatMinutesAsHours(entry.minutes)}
              {clockChanged && <> – {t("entry.clockNote")}</>}
            </>
          ),
        },
        { label: t("list.activity"), value: t(`activity.${entry.activity}`) },
        { label: t("list.place"), value: t(`place.${entry.place}`) },
        { label: t("fields.guideShort"), value: <EntryGuide {...entry} /> },
        entry.case && {
          label: t("fields.caseShort"),
          value: <Link to={`/pripady/${entry.case.id}`}>{t("fields.caseLabel", entry.case)}</Link>,
        },
        {
          label: t("fields.note"),
          value: (
            <span className="whitespace-pre-line" lang="cs">
              {entry.note}
            </span>
          ),
        },
      ]}
    />
  );
}

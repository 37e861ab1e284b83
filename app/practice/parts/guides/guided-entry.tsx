import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDay, formatMinutesAsHours, Time, useLanguage } from "~/ui";
import type { ActivityKind, PlaceKind } from "../../codes";
import { ChooseEntry } from "../choose-entry";
import { EntryTimes } from "../entry-times";
import { EntryGuide, type EntryGuideProps } from "./entry-guide";

export interface GuidedEntryProps {
  entry: {
    id: string;
    version: number;
    name: string;
    day: string;
    startMinute: number;
    endMinute: number;
    minutes: number;
    activity: ActivityKind;
    place: PlaceKind;
    note: string;
    case: { id: string; code: string; centre: string } | null;
    presence: EntryGuideProps["presence"];
  };
}

/** What a guide was there for: when, where, with whom, what was done; a box to choose it. */
export function GuidedEntry({ entry }: GuidedEntryProps) {
  const { t } = useTranslation("practice");
  const language = useLanguage();
  const { id, version, name, day, presence } = entry;
  return (
    <li className="stack border-t border-line pt-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <strong>{name}</strong>
        <Time value={day} />
        <EntryTimes {...entry} />
        <span>{formatMinutesAsHours(entry.minutes)}</span>
      </p>
      <p>
        {t(`activity.${entry.activity}`)} · {t(`place.${entry.place}`)}
        {entry.case && (
          <>
            {" · "}
            <Link to={`/pripady/${entry.case.id}`}>{t("fields.caseLabel", entry.case)}</Link>
          </>
        )}
      </p>
      <p className="whitespace-pre-line" lang="cs">
        {entry.note}
      </p>
      {presence.last && <EntryGuide guide={{ name: t("presence.yourWord") }} presence={presence} />}
      <ChooseEntry
        value={`${id}:${version}`}
        label={t("review.choose", { name, day: formatDay(day, language) })}
      />
    </li>
  );
}

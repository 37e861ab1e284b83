import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card, formatDay, formatMinutesAsHours, StatusTag, Time, useLanguage } from "~/ui";
import type { ActivityKind, PlaceKind } from "../codes";
import { ChooseEntry } from "./choose-entry";
import { EntryTimes } from "./entry-times";
import { EntryGuide, type EntryGuideProps } from "./guides/entry-guide";

interface WaitingTraineeCardProps {
  trainee: {
    enrolmentId: string;
    name: string;
    run: { id: string; name: string };
    entries: readonly {
      id: string;
      version: number;
      day: string;
      startMinute: number;
      endMinute: number;
      minutes: number;
      activity: ActivityKind;
      place: PlaceKind;
      note: string;
      corrected: boolean;
      case: { id: string; code: string; centre: string } | null;
      guide: EntryGuideProps["guide"];
      presence: EntryGuideProps["presence"];
    }[];
  };
}

/** Entries of one trainee with everything needed to decide; each can be chosen or opened. */
export function WaitingTraineeCard({ trainee }: WaitingTraineeCardProps) {
  const { t } = useTranslation("practice");
  const language = useLanguage();
  return (
    <Card
      level={2}
      icon="person"
      title={<Link to={`/behy/${trainee.run.id}/ucastnik/${trainee.enrolmentId}`}>{trainee.name}</Link>}
      lead={t("review.runName", { name: trainee.run.name })}
    >
      <ul className="stack">
        {trainee.entries.map((entry) => (
          <li key={entry.id} className="stack border-t border-line pt-4">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <strong>
                <Time value={entry.day} />
              </strong>
              <EntryTimes {...entry} />
              <span>{formatMinutesAsHours(entry.minutes)}</span>
              {entry.corrected && (
                <StatusTag tone="info" icon="refresh">
                  {t("review.corrected")}
                </StatusTag>
              )}
            </p>
            <p>
              {t(`activity.${entry.activity}`)} · {t(`place.${entry.place}`)}
              {entry.case && <> · {t("fields.caseLabel", entry.case)}</>}
            </p>
            <EntryGuide guide={entry.guide} presence={entry.presence} />
            <p className="whitespace-pre-line" lang="cs">
              {entry.note}
            </p>
            <div className="flex flex-wrap items-center justify-between gap-3">
              <ChooseEntry
                value={`${entry.id}:${entry.version}`}
                label={t("review.choose", { name: trainee.name, day: formatDay(entry.day, language) })}
              />
              <Link to={`/praxe/${entry.id}`}>{t("review.open")}</Link>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

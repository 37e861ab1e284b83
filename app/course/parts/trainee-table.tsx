import { useTranslation } from "react-i18next";
import {
  DataTable,
  EmptyState,
  formatMinutesAsHours,
  formatTeachingHours,
  pragueDay,
  StatusTag,
  Time,
  useLanguage,
  type Column,
} from "~/ui";
import type { TraineeStanding as Standing } from "~/certification/index";
import type { RunReading, RunTrainee } from "../operations/read-run.server";
import { TraineeStanding } from "./trainee-standing";

interface TraineeTableProps {
  reading: RunReading;
  /** By enrolment. */
  standings: Record<string, Standing>;
}

/** The people of a run with their hours and what they still miss. */
export function TraineeTable({ reading, standings }: TraineeTableProps) {
  const { t } = useTranslation("course");
  const language = useLanguage();
  const { run, trainees } = reading;
  const { settings } = run;
  const columns: Column<RunTrainee>[] = [
    {
      key: "name",
      header: t("run.name"),
      phone: "title",
      cell: ({ name, state }) =>
        state === "active" ? (
          name
        ) : (
          <>
            {name} <StatusTag>{t(`enrolmentState.${state}`)}</StatusTag>
          </>
        ),
    },
    {
      key: "theory",
      header: t("run.theory"),
      cell: ({ sums }) => (
        <span className="whitespace-nowrap">
          {t("hours.ofPractice", {
            done: formatTeachingHours(sums.theoryMinutes, language),
            total: formatTeachingHours(settings.theoryMinutes, language),
          })}
        </span>
      ),
    },
    {
      key: "practice",
      header: t("run.practice"),
      cell: ({ sums }) => (
        <span className="whitespace-nowrap">
          {t("hours.ofPractice", {
            done: formatMinutesAsHours(sums.practiceMinutes),
            total: formatMinutesAsHours(settings.practiceMinutes),
          })}
        </span>
      ),
    },
    {
      key: "active",
      header: t("run.lastActive"),
      cell: ({ lastActiveAt }) => (lastActiveAt ? <Time value={pragueDay(lastActiveAt)} /> : t("run.never")),
    },
    {
      key: "standing",
      header: t("run.standing"),
      cell: ({ enrolmentId }) => <TraineeStanding standing={standings[enrolmentId]} />,
    },
  ];
  return (
    <DataTable<RunTrainee>
      caption={t("run.caption")}
      captionHidden
      columns={columns}
      rows={trainees}
      rowKey={({ enrolmentId }) => enrolmentId}
      rowLink={({ enrolmentId }) => `/behy/${run.id}/ucastnik/${enrolmentId}`}
      empty={<EmptyState title={t("run.noTrainees")} text={t("run.noTraineesText")} />}
    />
  );
}

import { useTranslation } from "react-i18next";
import {
  BridgeProgress,
  Card,
  formatDay,
  formatMinutesAsHours,
  formatTeachingHours,
  LinkButton,
  Section,
  Stack,
  TaskList,
  useLanguage,
  type Task,
} from "~/ui";
import type { StudyOverview } from "../operations/read-course.server";
import type { NextStep } from "../rules/overview/next-steps";

/** A trainee's own course: where to go on, how far the bridge is, what comes next. */
export function StudyPanel({ study }: { study: StudyOverview }) {
  const { t } = useTranslation("course");
  const steps = useSteps(study);
  return (
    <>
      <Stack>
        <GoOn study={study} />
        <Bridge study={study} />
      </Stack>
      {steps.length > 0 && (
        <Section title={t("study.next")}>
          <TaskList items={steps} label={t("study.next")} />
        </Section>
      )}
    </>
  );
}

function GoOn({ study: { goOn, run } }: { study: StudyOverview }) {
  const { t } = useTranslation("course");
  if (!goOn || run.state === "closed") return null;
  const { heading } = goOn;
  return (
    <Card
      tone="clay"
      icon="course"
      level={2}
      title={goOn.title}
      lead={heading ? t("study.goOnAt", { heading: heading.text }) : t("study.goOnFirst")}
      footer={
        <LinkButton to={lessonLink(goOn)} iconEnd="arrowRight">
          {heading ? t("study.goOn") : t("study.start")}
        </LinkButton>
      }
    />
  );
}

function Bridge({ study: { run, sums } }: { study: StudyOverview }) {
  const { t } = useTranslation("course");
  const language = useLanguage();
  const { settings } = run;
  return (
    <BridgeProgress
      title={t("study.bridge")}
      summary={t("study.run", { name: run.name, town: run.town })}
      spans={[
        {
          label: t("study.theory"),
          done: sums.theoryMinutes,
          total: settings.theoryMinutes,
          text: t("hours.ofTheory", {
            done: formatTeachingHours(sums.theoryMinutes, language),
            total: formatTeachingHours(settings.theoryMinutes, language),
          }),
          arches: 6,
        },
        {
          label: t("study.practice"),
          done: sums.practiceMinutes,
          total: settings.practiceMinutes,
          text: t("hours.ofPractice", {
            done: formatMinutesAsHours(sums.practiceMinutes),
            total: formatMinutesAsHours(settings.practiceMinutes),
          }),
          arches: 4,
        },
      ]}
    />
  );
}

function useSteps(study: StudyOverview): Task[] {
  const { t } = useTranslation("course");
  const language = useLanguage();
  const task = (step: NextStep): Task => {
    const { kind } = step;
    const shared = { id: kind, title: t(`next.${kind}.title`) };
    switch (kind) {
      case "lesson":
        return {
          ...shared,
          icon: "course",
          text: t("next.lesson.text"),
          to: study.goOn ? lessonLink(study.goOn) : "/kurz",
        };
      case "inPerson":
        return {
          ...shared,
          icon: "people",
          text: t("next.inPerson.text", { count: step.hours }),
          to: "#moduly",
        };
      case "practice":
        return {
          ...shared,
          icon: "practice",
          tone: "clay",
          text: t("next.practice.text", { time: formatMinutesAsHours(step.minutes) }),
          to: "/praxe",
        };
      case "wait":
        return {
          ...shared,
          icon: "calendar",
          text: t("next.wait.text", { day: formatDay(study.run.startsOn, language) }),
          to: "#moduly",
        };
      case "exam":
        return {
          ...shared,
          icon: "certificate",
          tone: "success",
          text: t("next.exam.text"),
          to: "/osvedceni",
        };
      case "closed":
        return { ...shared, icon: "info", text: t("next.closed.text"), to: "#moduly" };
    }
  };
  return study.steps.map(task);
}

function lessonLink({ moduleId, lessonId, heading }: NonNullable<StudyOverview["goOn"]>): string {
  return `/kurz/${moduleId}/${lessonId}${heading ? `#${heading.id}` : ""}`;
}

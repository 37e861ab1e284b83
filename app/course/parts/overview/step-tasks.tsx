import { useTranslation } from "react-i18next";
import { formatDay, formatMinutesAsHours, useLanguage, type Task } from "~/ui";
import type { StudyOverview } from "../../operations/read-course.server";
import type { OwnStep } from "../../rules/overview/own-steps";

/** What the tasks are drawn from. */
interface StepFacts {
  run: Pick<StudyOverview["run"], "startsOn">;
  goOn: StudyOverview["goOn"];
  steps: readonly OwnStep[];
}

/** Steps as tasks with their words and the pages where they are done; none for nobody. */
export function useStepTasks(facts: StepFacts | null): Task[] {
  const { t: course } = useTranslation("course");
  const { t } = useTranslation("overview");
  const language = useLanguage();
  if (!facts) return [];
  return facts.steps.map((step): Task => {
    const { kind } = step;
    switch (kind) {
      case "lesson":
        return {
          id: kind,
          icon: "course",
          title: course("next.lesson.title"),
          text: facts.goOn ? facts.goOn.title : course("next.lesson.text"),
          to: facts.goOn ? lessonLink(facts.goOn) : "/kurz",
        };
      case "inPerson":
        return {
          id: kind,
          icon: "people",
          title: course("next.inPerson.title"),
          text: course("next.inPerson.text", { count: step.hours }),
          to: "/kurz#moduly",
        };
      case "practice":
        return {
          id: kind,
          icon: "practice",
          tone: "clay",
          title: course("next.practice.title"),
          text: course("next.practice.text", { time: formatMinutesAsHours(step.minutes) }),
          to: "/praxe",
        };
      case "wait":
        return {
          id: kind,
          icon: "calendar",
          title: course("next.wait.title"),
          text: course("next.wait.text", { day: formatDay(facts.run.startsOn, language) }),
          to: "/kurz#moduly",
        };
      case "exam":
        return {
          id: kind,
          icon: "certificate",
          tone: "success",
          title: course("next.exam.title"),
          text: course("next.exam.text"),
          to: "/osvedceni",
        };
      case "closed":
        return {
          id: kind,
          icon: "info",
          title: course("next.closed.title"),
          text: course("next.closed.text"),
          to: "/kurz#moduly",
        };
      case "messages":
        return { id: kind, icon: "mail", title: t("step.messages", { count: step.count }), to: "/zpravy" };
      case "session":
        return {
          id: kind,
          icon: "people",
          title: t("step.session.title"),
          text: t("step.session.text", { day: formatDay(step.day, language), place: step.place }),
          to: "#terminy",
        };
      case "pledge":
        return {
          id: kind,
          icon: "edit",
          title: t("step.pledge.title"),
          text: t("step.pledge.text"),
          to: "/praxe/slib",
        };
      case "supervision":
        return {
          id: kind,
          icon: "supervision",
          tone: "clay",
          title: t("step.supervision.title"),
          text: t("step.supervision.text"),
          due: step.by,
          to: "#terminy",
        };
      case "test":
        return {
          id: kind,
          icon: "check",
          title: t("step.test.title", { title: step.title }),
          text: step.left === null ? undefined : t("step.test.text", { count: step.left }),
          to: `/kurz/${step.moduleId}/test`,
        };
      case "askTrainer":
        return {
          id: kind,
          icon: "info",
          tone: "amber",
          title: t("step.askTrainer.title", { title: step.title }),
          text: t("step.askTrainer.text"),
          to: "#testy",
        };
    }
  });
}

/** Where the trainee stopped reading. */
export function lessonLink({ moduleId, lessonId, heading }: NonNullable<StudyOverview["goOn"]>): string {
  return `/kurz/${moduleId}/${lessonId}${heading ? `#${heading.id}` : ""}`;
}

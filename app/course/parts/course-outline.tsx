import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card, formatTeachingHours, StatusTag, useLanguage } from "~/ui";
import type { ModuleOutline } from "../operations/read-course.server";
import { LessonStateTag } from "./lesson-state-tag";
import { ModuleTestLine, type OutlinedTest } from "./testing/module-test-line";

/** Modules of the course with their lessons; hours without a lesson are told, not hidden. */
export function CourseOutline({
  modules,
  tests,
  studying,
}: {
  modules: ModuleOutline[];
  /** Tests one may take, by module. */
  tests: Record<string, OutlinedTest>;
  studying: boolean;
}) {
  return (
    <ol className="course-modules">
      {modules.map((module, index) => (
        <li key={module.id}>
          <ModuleCard module={module} test={tests[module.id]} order={index + 1} studying={studying} />
        </li>
      ))}
    </ol>
  );
}

function ModuleCard({
  module,
  test,
  order,
  studying,
}: {
  module: ModuleOutline;
  test: OutlinedTest | undefined;
  order: number;
  studying: boolean;
}) {
  const { t } = useTranslation("course");
  const { title, summary, lessons } = module;
  return (
    <Card
      title={
        <>
          <span className="course-module-order">{t("course.module", { order })}</span> {title}
        </>
      }
      lead={summary}
      status={<ModuleHours module={module} />}
    >
      {lessons.length > 0 && (
        <ul className="course-lessons" aria-label={t("course.lessonsOf", { title })}>
          {lessons.map((lesson) => (
            <li key={lesson.id}>
              <Link to={`/kurz/${module.id}/${lesson.id}`}>{lesson.title}</Link>
              {lesson.state && <LessonStateTag state={lesson.state} />}
            </li>
          ))}
        </ul>
      )}
      {test && <ModuleTestLine moduleId={module.id} title={title} test={test} />}
      <Unwritten module={module} studying={studying} />
    </Card>
  );
}

function ModuleHours({ module: { hours, creditedMinutes, complete } }: { module: ModuleOutline }) {
  const { t } = useTranslation("course");
  const language = useLanguage();
  if (creditedMinutes === null) {
    return <span className="course-module-hours">{t("hours.teaching", { count: hours })}</span>;
  }
  const done = formatTeachingHours(creditedMinutes, language);
  const text = t("course.credited", { done, total: hours });
  return complete ? (
    <StatusTag tone="success">{text}</StatusTag>
  ) : (
    <span className="course-module-hours">{text}</span>
  );
}

function Unwritten({
  module: { lessons, unwrittenHours, complete },
  studying,
}: {
  module: ModuleOutline;
  studying: boolean;
}) {
  const { t } = useTranslation("course");
  if (unwrittenHours <= 0 || complete) return null;
  return (
    <p className="course-unwritten">
      {lessons.length > 0
        ? t("course.someLessons", { count: unwrittenHours })
        : studying
          ? t("course.noLessons")
          : t("course.noLessonsPublic")}
    </p>
  );
}

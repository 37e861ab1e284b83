import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { readForm, rememberedValues } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { LinkButton, PageHeader } from "~/ui";
import { attemptLink, lessonLink, quizLink } from "../lesson-links";
import { requireLesson } from "../operations/studying.server";
import { readLessonTest } from "../operations/testing/read-lesson-test.server";
import { saveCourseAnswers, takeLessonTest } from "../operations/testing/take-test.server";
import { lessonTestKey } from "../operations/testing/test-definition.server";
import { TestForm } from "../parts/testing/test-form";
import { TrialResult } from "../parts/testing/trial-result";
import { correctNeeded } from "../rules/testing/grade";
import { testForm } from "../schema";
import "../parts/course.css";
import "../parts/testing/testing.css";

type QuizData = ReturnType<typeof useLoaderData<typeof loader>>;

export const handle = pageHandle<QuizData>({
  i18n: ["course", "testing"],
  title: ({ title }) => title,
  breadcrumbs: ({ title, moduleId, id }) => [
    { text: "course:course.title", to: "/kurz" },
    { text: title, to: lessonLink({ moduleId, id }) },
    { text: "course:lesson.test" },
  ],
});

export const loader = guarded("course:read", async ({ actor, params, request, now }) => {
  const lesson = requireLesson({ module: params.module, lesson: params.lesson });
  // Results had this address once.
  const shown = new URL(request.url).searchParams.get("pokus");
  if (shown !== null) throw redirect(attemptLink(shown));
  const reading = await readLessonTest(actor, lesson, { now, freshId: crypto.randomUUID() });
  const { id, moduleId, title } = lesson;
  const { sitting, stored, passMark } = reading;
  const needed = correctNeeded(sitting.questions.length, passMark);
  return { id, moduleId, title, sitting, stored, needed, testKey: lessonTestKey(id) };
});

export const action = guarded("course:read", async ({ actor, params, request, now }) => {
  const lesson = requireLesson({ module: params.module, lesson: params.lesson });
  const form = await readForm(request, testForm);
  if (!form.ok) return data({ form: form.reply, sitting: null }, 422);
  const attemptId = form.value.id;
  const sent = rememberedValues(request) ?? {};
  if (form.intent === "save") {
    const saved = await saveCourseAnswers(actor, lessonTestKey(lesson.id), { attemptId, sent }, { now });
    if (!saved.ok) return data({ form: { values: sent, errors: saved.errors }, sitting: null }, 422);
    return redirectWithToast(quizLink(lesson), { kind: "success", text: "testing:toast.kept" });
  }
  const taken = await takeLessonTest(actor, lesson, { attemptId, sent }, { now });
  if (!taken.ok) return data({ form: { values: sent, errors: taken.errors }, sitting: taken.sitting }, 422);
  if (!taken.stored) return data({ grade: taken.grade, questions: taken.questions });
  if (taken.credited > 0) {
    return redirectWithToast(attemptLink(attemptId), { kind: "success", text: "course:toast.credited" });
  }
  return redirect(attemptLink(attemptId));
});

export default function Quiz() {
  const quiz = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("course");
  const result = answer && "grade" in answer ? answer : null;
  const form = answer && "form" in answer ? answer.form : undefined;
  const sitting = (answer && "sitting" in answer && answer.sitting) || quiz.sitting;
  const back = (
    <LinkButton to={lessonLink(quiz)} variant="quiet">
      {t("quiz.backToLesson")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t("quiz.title", { title: quiz.title })}
        lead={
          result ? undefined : t("quiz.lead", { count: quiz.sitting.questions.length, needed: quiz.needed })
        }
      />
      {result ? (
        <TrialResult {...result} again={quizLink(quiz)} back={back} />
      ) : (
        <TestForm sitting={sitting} form={form} testKey={quiz.stored ? quiz.testKey : null} back={back} />
      )}
    </>
  );
}

import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { PageHeader } from "~/ui";
import { lessonLink, quizLink } from "../lesson-links";
import { quizFeedback } from "../operations/quiz-feedback.server";
import { readLesson } from "../operations/read-lesson.server";
import { requireLesson } from "../operations/studying.server";
import { readAttempt, takeQuiz } from "../operations/take-quiz.server";
import { QuizForm } from "../parts/quiz-form";
import { QuizResult } from "../parts/quiz-result";
import { askedQuestions, correctNeeded } from "../rules/quiz";
import { programmeDefaults } from "../rules/run-settings";
import { quizForm } from "../schema";
import "../parts/course.css";

export const handle = pageHandle<QuizData>({
  i18n: "course",
  title: ({ title }) => title,
  breadcrumbs: ({ title, moduleId, id }) => [
    { text: "course:course.title", to: "/kurz" },
    { text: title, to: lessonLink({ moduleId, id }) },
    { text: "course:lesson.test" },
  ],
});

type QuizData = ReturnType<typeof useLoaderData<typeof loader>>;

export const loader = guarded("course:read", async ({ actor, params, request, now }) => {
  const address = { module: params.module, lesson: params.lesson };
  const { lesson, standing } = await readLesson(actor, address, { now });
  const { id, moduleId, title, questions } = lesson;
  const shown = new URL(request.url).searchParams.get("pokus");
  const attempt = shown === null ? null : await readAttempt(actor, address, shown);
  return {
    id,
    moduleId,
    title,
    stored: standing?.earning ?? false,
    stillDeclare: standing ? !standing.declared : false,
    needed: correctNeeded(questions.length, standing?.passMark ?? programmeDefaults.passMark),
    attemptId: crypto.randomUUID(),
    questions: attempt ? [] : askedQuestions(questions),
    result: attempt && quizFeedback(lesson, attempt.grade, attempt.outdated),
  };
});

export const action = guarded("course:read", async ({ actor, params, request, now }) => {
  const address = { module: params.module, lesson: params.lesson };
  const lesson = requireLesson(address);
  const form = await readForm(request, quizForm(lesson.questions));
  if (!form.ok) return badForm(form.reply);
  const { stored, grade, credited } = await takeQuiz(actor, { ...address, ...form.value }, { now });
  if (!stored) return data({ result: quizFeedback(lesson, grade) });
  const to = `${quizLink(lesson)}?pokus=${form.value.attemptId}`;
  if (credited > 0) return redirectWithToast(to, { kind: "success", text: "course:toast.credited" });
  return redirect(to);
});

export default function Quiz() {
  const quiz = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("course");
  const result = quiz.result ?? (answer && "result" in answer ? answer.result : null);
  const form = answer && "form" in answer ? answer.form : undefined;
  return (
    <>
      <PageHeader
        title={t("quiz.title", { title: quiz.title })}
        lead={result ? undefined : t("quiz.lead", { count: quiz.questions.length, needed: quiz.needed })}
      />
      {result ? <QuizResult lesson={quiz} result={result} /> : <QuizForm quiz={quiz} form={form} />}
    </>
  );
}

import type { ClientLoaderFunctionArgs } from "@remix-run/react";
import { isRouteErrorResponse, useActionData, useLoaderData, useRouteError } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded, open } from "~/access/index.server";
import { languageOf } from "~/i18n/i18n.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { lessonHtml, lessonOpeningHtml } from "../catalogue/lesson-html.server";
import type { Lesson } from "../catalogue/types";
import { lessonLink } from "../lesson-links";
import { declareLesson } from "../operations/declare-lesson.server";
import { readLesson } from "../operations/read-lesson.server";
import { LessonOutline, LessonReader } from "../parts/lesson-reader";
import { LessonGone } from "../parts/learning/lesson-gone";
import { hasHtml, keepHtml } from "../parts/prepared-html";
import { textSizeOf } from "../rules/learning/text-size";
import { declarationForm } from "../schema";
import "../parts/course.css";
import "../parts/lesson.css";

export const handle = pageHandle<LessonData>({
  i18n: ["course", "learning"],
  title: ({ title }) => title,
  breadcrumbs: ({ title }) => [{ text: "course:course.title", to: "/kurz" }, { text: title }],
});

type LessonData = ReturnType<typeof useLoaderData<typeof loader>>;

export const loader = open(async ({ actor, params, request, now }) => {
  const { lesson, mayRead, standing, previous, next, moduleTitle, deviceKey } = await readLesson(
    actor,
    { module: params.module, lesson: params.lesson },
    { now },
  );
  const language = await languageOf(request);
  const htmlKey = `${lesson.contentHash.slice(0, 16)}-${mayRead ? "lekce" : "osnova"}-${language}`;
  if (!hasHtml(htmlKey)) {
    keepHtml(
      htmlKey,
      mayRead ? await lessonHtml(lesson, language) : await lessonOpeningHtml(lesson, language),
    );
  }
  const resume = standing && lesson.text.headings.find(({ id }) => id === standing.lastHeading);
  return {
    ...linkTo(lesson),
    moduleTitle,
    htmlKey,
    mayRead,
    questionCount: lesson.questions.length,
    worksheetIds: lesson.text.worksheets.map(({ id }) => id),
    standing,
    deviceKey,
    textSize: textSizeOf(request.headers.get("Cookie")),
    resume: resume ? { id: resume.id, text: resume.text } : null,
    previous: previous && linkTo(previous),
    next: next && linkTo(next),
  };
});

/** The text is not part of the data: coming from another page, the browser fetches it, once for good. */
export async function clientLoader({ request, serverLoader }: ClientLoaderFunctionArgs) {
  const lesson = await serverLoader<typeof loader>().catch((error: unknown) => {
    // Without a connection the browser asks for the page itself: the device may have kept its text.
    if (error instanceof TypeError) window.location.assign(request.url);
    throw error;
  });
  if (!hasHtml(lesson.htmlKey)) {
    const response = await fetch(`${lessonLink(lesson)}/text?v=${lesson.htmlKey}`);
    if (!response.ok) throw response;
    keepHtml(lesson.htmlKey, await response.text());
  }
  return lesson;
}

export const action = guarded("course:study", async ({ actor, params, request, now }) => {
  const form = await readForm(request, declarationForm);
  if (!form.ok) return badForm(form.reply);
  const address = { module: params.module, lesson: params.lesson };
  const { credited } = await declareLesson(actor, { ...address, minutes: form.value.minutes }, { now });
  const text = credited > 0 ? "course:toast.credited" : "course:toast.declared";
  return redirectWithToast(`/kurz/${params.module}/${params.lesson}#dokonceni`, { kind: "success", text });
});

function linkTo({ id, moduleId, title }: Lesson) {
  return { id, moduleId, title };
}

export default function LessonPage() {
  const lesson = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  useTranslation("course");
  return lesson.mayRead ? <LessonReader lesson={lesson} form={form} /> : <LessonOutline lesson={lesson} />;
}

/** A lesson that was renamed or taken out of the course: the page says so and where to go. */
export function ErrorBoundary() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <LessonGone />;
  throw error;
}

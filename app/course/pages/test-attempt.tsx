import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { signedIn } from "~/access/index.server";
import { pageHandle } from "~/page";
import { PageHeader } from "~/ui";
import { moduleTestLink, quizLink } from "../lesson-links";
import { readAttempt } from "../operations/testing/read-attempt.server";
import { AttemptResult } from "../parts/testing/attempt-result";
import "../parts/course.css";
import "../parts/testing/testing.css";

type AttemptData = ReturnType<typeof useLoaderData<typeof loader>>;

export const handle = pageHandle<AttemptData>({
  i18n: ["course", "testing"],
  title: ({ test }) => test?.title ?? "testing:result.title",
  breadcrumbs: () => [{ text: "course:course.title", to: "/kurz" }, { text: "testing:result.title" }],
});

/** The result of an own attempt; one that is still open is gone on with. */
export const loader = signedIn(async ({ actor, params }) => {
  const { open, result } = await readAttempt(actor, params.attempt);
  if (result) return result;
  throw redirect(!open ? "/kurz" : open.kind === "lesson" ? quizLink(open) : moduleTestLink(open.id));
});

export default function TestAttempt() {
  const attempt = useLoaderData<typeof loader>();
  const { t } = useTranslation("testing");
  const title = attempt.test?.title;
  return (
    <>
      <PageHeader
        eyebrow={t(attempt.test?.kind === "module" ? "result.ofModule" : "result.ofLesson")}
        title={title ?? t("result.title")}
      />
      <AttemptResult attempt={attempt} />
    </>
  );
}

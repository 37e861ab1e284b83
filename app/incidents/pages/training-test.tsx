import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { correctNeeded, TestForm, TestIntroduction } from "~/course/index.parts";
import { pageHandle } from "~/page";
import { readForm, rememberedValues } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { LinkButton, PageHeader } from "~/ui";
import {
  readTrainingTest,
  saveTrainingAnswers,
  startTrainingTest,
  takeTrainingTest,
} from "../operations/training/take-test.server";
import {
  trainingAnswersLink,
  trainingLink,
  trainingResultLink,
  trainingTestLink,
} from "../rules/monitoring-training";
import { trainingTestForm } from "../schema";

export const handle = pageHandle({
  i18n: ["incidents", "testing"],
  title: () => "incidents:course.test",
  breadcrumbs: () => [
    { text: "incidents:course.title", to: trainingLink },
    { text: "incidents:course.test" },
  ],
});

export const loader = guarded("incident:report", async ({ actor, now }) => {
  const { testKey, count, passMark, own } = await readTrainingTest(actor, { now });
  const questions = own.open?.questions.length ?? count;
  return {
    testKey,
    count: questions,
    needed: correctNeeded(questions, passMark),
    own,
    freshId: crypto.randomUUID(),
  };
});

export const action = guarded("incident:report", async ({ actor, request, now }) => {
  const form = await readForm(request, trainingTestForm);
  if (!form.ok) return data({ form: form.reply }, 422);
  const attemptId = form.value.id;
  if (form.intent === "start") {
    await startTrainingTest(actor, attemptId, { now });
    return redirect(trainingTestLink);
  }
  const answers = { attemptId, sent: rememberedValues(request) ?? {} };
  if (form.intent === "save") {
    const saved = await saveTrainingAnswers(actor, answers, { now });
    if (!saved.ok) return data({ form: { values: answers.sent, errors: saved.errors } }, 422);
    return redirectWithToast(trainingTestLink, { kind: "success", text: "testing:toast.kept" });
  }
  const taken = await takeTrainingTest(actor, answers, { now });
  if (!taken.ok) return data({ form: { values: answers.sent, errors: taken.errors } }, 422);
  return redirect(trainingResultLink(attemptId));
});

export default function TrainingTestPage() {
  const { testKey, count, needed, own, freshId } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { t } = useTranslation(["incidents", "testing"]);
  const back = (
    <LinkButton to={trainingLink} variant="quiet">
      {t("course.back")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("course.test")} lead={t("course.testNeeded", { count, needed })} />
      {own.open ? (
        <TestForm
          sitting={own.open}
          form={form}
          testKey={testKey}
          keepAt={trainingAnswersLink(own.open.attemptId)}
          back={back}
        />
      ) : (
        <TestIntroduction
          own={own}
          rules={
            <>
              <p>{t("course.testRules")}</p>
              <p>{t("testing:module.kept")}</p>
            </>
          }
          resultLink={trainingResultLink}
          freshId={freshId}
          form={form}
          back={back}
        />
      )}
    </>
  );
}

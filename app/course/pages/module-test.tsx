import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { readForm, rememberedValues } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { LinkButton, PageHeader } from "~/ui";
import { attemptLink, moduleTestLink, statisticsLink } from "../lesson-links";
import { readModuleTest, requireModuleTest } from "../operations/testing/read-module-test.server";
import { saveCourseAnswers, startModuleTest, takeModuleTest } from "../operations/testing/take-test.server";
import { moduleTestKey } from "../operations/testing/test-definition.server";
import { ModuleTestRules } from "../parts/testing/module-test-rules";
import { TestForm } from "../parts/testing/test-form";
import { TestIntroduction } from "../parts/testing/test-introduction";
import { TrialResult } from "../parts/testing/trial-result";
import { correctNeeded } from "../rules/testing/grade";
import { testForm } from "../schema";
import "../parts/course.css";
import "../parts/testing/testing.css";

type TestData = ReturnType<typeof useLoaderData<typeof loader>>;

export const handle = pageHandle<TestData>({
  i18n: ["course", "testing"],
  title: ({ title }) => title,
  breadcrumbs: () => [{ text: "course:course.title", to: "/kurz" }, { text: "testing:module.crumb" }],
});

export const loader = guarded("course:read", async ({ actor, params, now }) => {
  const module = requireModuleTest(params.module);
  const freshId = crypto.randomUUID();
  const { definition, own, trial } = await readModuleTest(actor, module, { now, freshId });
  const { key, count, passMark, limits } = definition;
  const sitting = own ? own.open : trial;
  return {
    id: module.id,
    title: module.title,
    testKey: key,
    count: count ?? 0,
    needed: correctNeeded(sitting?.questions.length ?? count ?? 0, passMark),
    limits,
    own,
    sitting,
    freshId,
    mayAnalyse: actor.can("run:read"),
  };
});

export const action = guarded("course:read", async ({ actor, params, request, now }) => {
  const module = requireModuleTest(params.module);
  const form = await readForm(request, testForm);
  if (!form.ok) return data({ form: form.reply, sitting: null }, 422);
  const attemptId = form.value.id;
  if (form.intent === "start") {
    await startModuleTest(actor, module, attemptId, { now });
    return redirect(moduleTestLink(module.id));
  }
  const sent = rememberedValues(request) ?? {};
  if (form.intent === "save") {
    const saved = await saveCourseAnswers(actor, moduleTestKey(module.id), { attemptId, sent }, { now });
    if (!saved.ok) return data({ form: { values: sent, errors: saved.errors }, sitting: null }, 422);
    return redirectWithToast(moduleTestLink(module.id), { kind: "success", text: "testing:toast.kept" });
  }
  const taken = await takeModuleTest(actor, module, { attemptId, sent }, { now });
  if (!taken.ok) return data({ form: { values: sent, errors: taken.errors }, sitting: taken.sitting }, 422);
  return taken.stored
    ? redirect(attemptLink(attemptId))
    : data({ grade: taken.grade, questions: taken.questions });
});

export default function ModuleTest() {
  const test = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("testing");
  const result = answer && "grade" in answer ? answer : null;
  const form = answer && "form" in answer ? answer.form : undefined;
  const sitting = (answer && "sitting" in answer && answer.sitting) || test.sitting;
  const back = (
    <LinkButton to="/kurz" variant="quiet">
      {t("module.back")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t("module.title", { title: test.title })}
        lead={
          result
            ? undefined
            : t("module.lead", { count: test.sitting?.questions.length ?? test.count, needed: test.needed })
        }
        actions={
          test.mayAnalyse ? (
            <LinkButton to={statisticsLink(test.id)} variant="quiet">
              {t("statistics.link")}
            </LinkButton>
          ) : undefined
        }
      />
      {result ? (
        <TrialResult {...result} again={moduleTestLink(test.id)} back={back} />
      ) : sitting ? (
        <TestForm sitting={sitting} form={form} testKey={test.own ? test.testKey : null} back={back} />
      ) : (
        test.own && (
          <TestIntroduction
            own={test.own}
            rules={<ModuleTestRules limits={test.limits} />}
            resultLink={attemptLink}
            freshId={test.freshId}
            form={form}
            back={back}
          />
        )
      )}
    </>
  );
}

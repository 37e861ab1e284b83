import { randomUUID } from "node:crypto";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { dayOf } from "~/platform/days";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import {
  DateField,
  ErrorSummary,
  Fieldset,
  Form,
  FormActions,
  formatDay,
  HiddenField,
  Notice,
  RadioGroup,
  SubmitButton,
  TextArea,
  useLanguage,
} from "~/ui";
import { readCaseBrief, type CaseBrief } from "../operations/read-case-brief.server";
import { criteriaOf, signEvaluation } from "../operations/sign-evaluation.server";
import { caseCrumbs } from "../parts/case-crumbs";
import { caseIdOf } from "../parts/case-id";
import { CaseIntro } from "../parts/case-intro";
import { criterionField, textLimits } from "../codes";
import { evaluationForm } from "../schema";

export const handle = pageHandle<{ brief: CaseBrief }>({
  i18n: "registry",
  title: () => "registry:evaluate.title",
  breadcrumbs: ({ brief }) => caseCrumbs(brief, "registry:evaluate.title"),
});

export const loader = guarded("evaluation:sign", async ({ actor, params, now }) => {
  const brief = await readCaseBrief(actor, "evaluation:sign", caseIdOf(params), { now });
  const today = dayOf(now);
  return { brief, today, set: criteriaOf(brief.organisation.kind, today), newId: randomUUID() };
});

export const action = guarded("evaluation:sign", async ({ actor, params, request, now }) => {
  const caseId = caseIdOf(params);
  const brief = await readCaseBrief(actor, "evaluation:sign", caseId, { now });
  const set = criteriaOf(brief.organisation.kind, dayOf(now));
  const form = await readForm(request, evaluationForm(set.criteria));
  if (!form.ok) return badForm(form.reply);
  await signEvaluation(actor, caseId, form.value, { now });
  return redirectWithToast(`/pripady/${caseId}`, { kind: "success", text: "registry:evaluate.done" });
});

export default function Evaluate() {
  const { brief, today, set, newId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("registry");
  const { t: common } = useTranslation("common");
  const language = useLanguage();
  const yesNo = [
    { value: "yes", label: common("yes") },
    { value: "no", label: common("no") },
  ];
  const { startedOn, lastEvaluatedOn } = brief;
  return (
    <>
      <CaseIntro brief={brief} title={t("evaluate.title")} lead={t("evaluate.lead")} />
      {startedOn === null ? (
        <Notice tone="warning">{t("evaluate.notStarted")}</Notice>
      ) : (
        <Form state={sent?.form}>
          <ErrorSummary />
          <HiddenField name="id" value={newId} />
          <p>
            {lastEvaluatedOn
              ? t("evaluate.last", { day: formatDay(lastEvaluatedOn, language) })
              : t("evaluate.first", { day: formatDay(startedOn, language) })}
          </p>
          <Fieldset
            legend={t("evaluate.criteria")}
            hint={set.confirmed ? undefined : t("evaluate.unconfirmed")}
          >
            {set.criteria.map((code) => (
              <RadioGroup
                key={code}
                name={criterionField(code)}
                label={t(`criterion.${code}` as "criterion.skills")}
                options={yesNo}
                inline
              />
            ))}
          </Fieldset>
          <RadioGroup
            name="successful"
            label={t("evaluate.successful")}
            hint={t("evaluate.successfulHint")}
            options={yesNo}
            inline
          />
          <TextArea
            name="comment"
            label={t("evaluate.comment")}
            hint={t("evaluate.commentHint")}
            optional
            maxLength={textLimits.comment}
          />
          <DateField
            name="signedOn"
            label={t("evaluate.signedOn")}
            defaultValue={today}
            min={startedOn}
            max={today}
          />
          <FormActions>
            <SubmitButton>{t("evaluate.submit")}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </>
  );
}

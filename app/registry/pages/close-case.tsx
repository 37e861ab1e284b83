import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { dayOf } from "~/platform/days";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import {
  DateField,
  ErrorSummary,
  Form,
  FormActions,
  formatDay,
  HiddenField,
  Notice,
  RadioGroup,
  Stack,
  SubmitButton,
  TextArea,
  useLanguage,
} from "~/ui";
import { closeCase } from "../operations/close-case.server";
import { readClosingForm, type ClosingFormView } from "../operations/read-closing-form.server";
import { revalidateOnConflict } from "../parts/after-conflict";
import { caseCrumbs } from "../parts/case-crumbs";
import { caseIdOf } from "../parts/case-id";
import { CaseIntro } from "../parts/case-intro";
import { textLimits } from "../codes";
import { closingForm } from "../schema";

export const handle = pageHandle<ClosingFormView>({
  i18n: "registry",
  title: () => "registry:close.title",
  breadcrumbs: ({ brief }) => caseCrumbs(brief, "registry:close.title"),
});

export const shouldRevalidate = revalidateOnConflict;

export const loader = guarded("case:close", async ({ actor, params, now }) => ({
  ...(await readClosingForm(actor, caseIdOf(params), { now })),
  today: dayOf(now),
  mayEvaluate: actor.can("evaluation:sign"),
}));

export const action = guarded("case:close", async ({ actor, params, request, now }) => {
  const caseId = caseIdOf(params);
  const form = await readForm(request, closingForm);
  if (!form.ok) return badForm(form.reply);
  await closeCase(actor, caseId, form.value, { now });
  return redirectWithToast(`/pripady/${caseId}`, { kind: "success", text: "registry:close.done" });
});

export default function CloseCase() {
  const { brief, outcomes, earliest, today, mayEvaluate } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("registry");
  const language = useLanguage();
  const { startedOn, lastEvaluatedOn } = brief;
  return (
    <>
      <CaseIntro
        brief={brief}
        title={t("close.title")}
        lead={t(startedOn === null ? "close.declineLead" : "close.lead")}
      />
      <Stack>
        {startedOn !== null && (
          <Notice
            tone={lastEvaluatedOn ? "info" : "warning"}
            action={
              mayEvaluate && <Link to={`/pripady/${brief.id}/hodnoceni`}>{t("close.evaluateLink")}</Link>
            }
          >
            {lastEvaluatedOn
              ? t("close.evaluateFirst", { day: formatDay(lastEvaluatedOn, language) })
              : t("close.neverEvaluated")}
          </Notice>
        )}
        <Form state={sent?.form}>
          <ErrorSummary />
          <HiddenField name="version" value={brief.version} />
          <RadioGroup
            name="outcome"
            label={t("close.outcome")}
            options={outcomes.map((outcome) => ({ value: outcome, label: t(`outcome.${outcome}`) }))}
          />
          <DateField
            name="endedOn"
            label={t("close.endedOn")}
            hint={t("close.endedOnHint", { day: formatDay(earliest, language) })}
            defaultValue={today}
            min={earliest}
            max={today}
          />
          <TextArea
            name="reason"
            label={t("close.reason")}
            hint={t("close.reasonHint")}
            rows={3}
            maxLength={textLimits.reason}
          />
          <p className="text-sm text-ink-soft">{t("close.undo")}</p>
          <FormActions>
            <SubmitButton>{t("close.submit")}</SubmitButton>
          </FormActions>
        </Form>
      </Stack>
    </>
  );
}

import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { dayOf } from "~/platform/days";
import { AppError } from "~/platform/errors";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { ErrorSummary, Form, FormActions, HiddenField, PageHeader, SubmitButton, useLanguage } from "~/ui";
import { changeSession } from "../operations/teaching/change-session.server";
import { readSession } from "../operations/teaching/read-session.server";
import { sessionOptions } from "../operations/teaching/session-options.server";
import { SessionFields } from "../parts/teaching/session-fields";
import { sessionWhen } from "../parts/teaching/session-when";
import { changeForm } from "../teaching-schema";
import { sessionCrumbs } from "../parts/teaching/session-crumbs";
import "../parts/teaching/teaching.css";

export const handle = pageHandle<PageData>({
  i18n: ["teaching", "course"],
  title: () => "teaching:change.title",
  breadcrumbs: ({ options: { run }, session }) => sessionCrumbs(run, "teaching:change.title", session),
});

type PageData = ReturnType<typeof useLoaderData<typeof loader>>;

export const loader = guarded("theory:credit", async ({ actor, params, now }) => {
  const address = { runId: params.id ?? "", sessionId: params.session ?? "" };
  const { session, changeable } = await readSession(actor, address, { now });
  if (!changeable) throw new AppError("conflict", { reason: `teaching:refusal.unchangeable` });
  return { session, today: dayOf(now), options: await sessionOptions(actor, address.runId, null) };
});

export const action = guarded("theory:credit", async ({ actor, params, request, now }) => {
  const form = await readForm(request, changeForm);
  if (!form.ok) return badForm(form.reply);
  const address = { runId: params.id ?? "", sessionId: params.session ?? "" };
  await changeSession(actor, address, form.value, { now });
  const to = `/behy/${address.runId}/vyuka/${address.sessionId}`;
  return redirectWithToast(to, { kind: "success", text: "teaching:toast.changed" });
});

export default function ChangeSession() {
  const { session, today, options } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { t } = useTranslation("teaching");
  const language = useLanguage();
  return (
    <>
      <PageHeader
        eyebrow={sessionWhen(session, language)}
        title={t("change.title")}
        lead={t("change.lead")}
      />
      <Form state={form} id="session">
        <ErrorSummary />
        <HiddenField name="version" value={session.version} />
        <SessionFields options={options} defaults={session} min={today} max={options.run.endsOn} />
        <FormActions>
          <SubmitButton>{t("change.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </>
  );
}

import { randomUUID } from "node:crypto";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { dayOf } from "~/platform/days";
import { readForm, rememberedValues } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { ErrorSummary, Form, FormActions, HiddenField, LinkButton, PageHeader, SubmitButton } from "~/ui";
import { logEntry } from "../operations/log-entry.server";
import { ownGate } from "../operations/own-practice.server";
import { EntryFields } from "../parts/entry-fields";
import { notTaken } from "../parts/entry-reply";
import { GateNotice } from "../parts/gate-notice";
import { namesQuestion } from "../rules/names-check";
import { entryForm } from "../schema";

export const handle = pageHandle({
  i18n: "practice",
  title: () => "practice:new.title",
  breadcrumbs: () => [{ text: "practice:list.title", to: "/praxe" }, { text: "practice:new.title" }],
});

export const loader = guarded("practice:log", async ({ actor, now }) => ({
  id: randomUUID(),
  today: dayOf(now),
  gate: await ownGate(actor),
}));

export const action = guarded("practice:log", async ({ actor, request, now }) => {
  const form = await readForm(request, entryForm);
  if (!form.ok) return notTaken({ form: form.reply });
  const question = namesQuestion(form.value, rememberedValues(request) ?? {});
  if (question) return notTaken(question);
  const { from, to, namesChecked: _checked, ...content } = form.value;
  await logEntry(actor, { ...content, startMinute: from, endMinute: to }, { now });
  return redirectWithToast("/praxe", { kind: "success", text: "practice:new.saved" });
});

/** Logging practice, under a minute on a phone. */
export default function NewEntry() {
  const { t } = useTranslation("practice");
  const { id, today, gate } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={t("new.title")} lead={t("new.lead")} />
      {gate.refusal ? (
        <GateNotice refusal={gate.refusal} theory={gate.theory} pledgeSigned={gate.pledgeSigned} />
      ) : (
        <Form state={reply?.form}>
          <ErrorSummary />
          <HiddenField name="id" value={id} />
          <EntryFields today={today} hints={reply?.hints} />
          <FormActions>
            <SubmitButton size="lg">{t("new.submit")}</SubmitButton>
            <LinkButton to="/praxe" variant="quiet">
              {t("new.back")}
            </LinkButton>
          </FormActions>
        </Form>
      )}
    </>
  );
}

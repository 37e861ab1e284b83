import { randomUUID } from "node:crypto";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { deviceKeyOf } from "~/course/index.server";
import { pageHandle } from "~/page";
import { dayOf } from "~/platform/days";
import { readForm, rememberedValues } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { ErrorSummary, Form, FormActions, HiddenField, LinkButton, PageHeader, SubmitButton } from "~/ui";
import { draftOfPage } from "../operations/drafts/read-drafts.server";
import { saveDraft } from "../operations/drafts/save-draft.server";
import { logEntry } from "../operations/log-entry.server";
import { ownGate } from "../operations/own-practice.server";
import { DraftKeeper } from "../parts/drafts/draft-keeper";
import { UnsentDrafts } from "../parts/drafts/unsent-drafts";
import { EntryFields } from "../parts/entry-fields";
import { notTaken } from "../parts/entry-reply";
import { GateNotice } from "../parts/gate-notice";
import { draftText } from "../rules/draft-fields";
import { namesQuestion } from "../rules/names-check";
import { newEntryForm } from "../schema";

export const handle = pageHandle({
  i18n: "practice",
  title: () => "practice:new.title",
  breadcrumbs: () => [{ text: "practice:list.title", to: "/praxe" }, { text: "practice:new.title" }],
});

/** `?rozepsane=<id>` goes on with a draft. */
export const loader = guarded("practice:log", async ({ actor, request, now }) => {
  const wanted = new URL(request.url).searchParams.get("rozepsane");
  const draft = wanted === null ? null : await draftOfPage(actor, wanted);
  if (wanted !== null && !draft) {
    throw await redirectWithToast("/praxe", { kind: "info", text: "practice:draft.gone" });
  }
  return {
    draft: draft ?? { id: randomUUID(), text: "", version: 0, values: {} },
    today: dayOf(now),
    deviceKey: deviceKeyOf(actor),
    gate: await ownGate(actor),
  };
});

export const action = guarded("practice:log", async ({ actor, request, now }) => {
  const form = await readForm(request, newEntryForm);
  if (!form.ok) return notTaken({ form: form.reply });
  const values = rememberedValues(request) ?? {};
  if (form.value.intent === "draft") {
    const { id, draftVersion: version } = form.value;
    const saved = await saveDraft(actor, { id, version, text: draftText(values) }, { now });
    if (saved.kind === "conflict") {
      return notTaken({ form: { values, errors: { "": ["practice:draft.conflict"] } } }, 409);
    }
    return redirectWithToast("/praxe", { kind: "success", text: "practice:draft.kept" });
  }
  const question = namesQuestion(form.value, values);
  if (question) return notTaken(question);
  const { from, to, case: caseId, guide, intent: _intent, namesChecked: _checked, ...content } = form.value;
  const times = { startMinute: from, endMinute: to };
  await logEntry(actor, { ...content, ...times, caseId: caseId ?? null, guideId: guide ?? null }, { now });
  return redirectWithToast("/praxe", { kind: "success", text: "practice:new.saved" });
});

const formId = "entry";

/** Logging practice, under a minute on a phone. */
export default function NewEntry() {
  const { t } = useTranslation("practice");
  const { draft, today, deviceKey, gate } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={t("new.title")} lead={t("new.lead")} />
      {gate.refusal ? (
        <GateNotice refusal={gate.refusal} theory={gate.theory} pledgeSigned={gate.pledgeSigned} />
      ) : (
        <>
          <UnsentDrafts deviceKey={deviceKey} except={draft.id} />
          <Form key={draft.id} id={formId} state={reply?.form}>
            <ErrorSummary />
            <HiddenField name="id" value={draft.id} />
            <HiddenField name="draftVersion" value={draft.version} />
            <EntryFields today={today} choices={gate.choices} values={draft.values} hints={reply?.hints} />
            <FormActions>
              <SubmitButton size="lg" name="intent" value="send">
                {t("new.submit")}
              </SubmitButton>
              <SubmitButton variant="secondary" name="intent" value="draft">
                {t("draft.keep")}
              </SubmitButton>
              <LinkButton to="/praxe" variant="quiet">
                {t("new.back")}
              </LinkButton>
            </FormActions>
            <DraftKeeper formId={formId} deviceKey={deviceKey} draft={draft} />
            <p className="text-ink-soft">{t("draft.privacy")}</p>
          </Form>
        </>
      )}
    </>
  );
}

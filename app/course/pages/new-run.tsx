import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { CheckboxGroup, ErrorSummary, Form, FormActions, HiddenField, PageHeader, SubmitButton } from "~/ui";
import { createRun } from "../operations/create-run.server";
import { newRunOptions } from "../operations/new-run-options.server";
import { RunFields } from "../parts/recruitment/run-fields";
import { newRunForm } from "../recruitment-schema";
import { programmeDefaults } from "../rules/run-settings";

export const handle = pageHandle({
  i18n: ["course", "recruitment"],
  title: () => "course:newRun.title",
  breadcrumbs: () => [{ text: "course:runs.title", to: "/behy" }, { text: "course:newRun.title" }],
});

export const loader = guarded("run:manage", async ({ actor }) => ({
  id: crypto.randomUUID(),
  ...(await newRunOptions(actor)),
}));

export const action = guarded("run:manage", async ({ actor, request, now }) => {
  const form = await readForm(request, newRunForm);
  if (!form.ok) return badForm(form.reply);
  const id = await createRun(actor, form.value, { now });
  return redirectWithToast(`/behy/${id}`, { kind: "success", text: "course:toast.runCreated" });
});

export default function NewRun() {
  const { id, regions, trainers, organisations } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { t } = useTranslation("recruitment");
  const { t: course } = useTranslation("course");
  const { places, goal } = programmeDefaults;
  return (
    <>
      <PageHeader title={course("newRun.title")} lead={t("newRun.lead")} />
      <Form state={form}>
        <ErrorSummary />
        <HiddenField name="id" value={String(form?.values.id ?? id)} />
        <RunFields values={{ places, goal }} regions={regions} organisations={organisations} />
        {trainers.length > 0 && (
          <CheckboxGroup
            name="trainers"
            label={t("fields.trainers")}
            hint={t("fields.trainersHint")}
            optional
            options={trainers.map(({ accountId, name }) => ({ value: accountId, label: name }))}
          />
        )}
        <FormActions>
          <SubmitButton>{t("newRun.create")}</SubmitButton>
        </FormActions>
      </Form>
    </>
  );
}

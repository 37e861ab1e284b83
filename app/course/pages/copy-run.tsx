import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import {
  DateField,
  ErrorSummary,
  FieldRow,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  SubmitButton,
  TextField,
} from "~/ui";
import { copyRun } from "../operations/recruitment/copy-run.server";
import { runOf } from "../operations/runs.server";
import { copyRunForm } from "../recruitment-schema";

export const handle = pageHandle<PageData>({
  i18n: ["course", "recruitment"],
  title: ({ run }) => run.name,
  breadcrumbs: ({ run }) => [
    { text: "course:runs.title", to: "/behy" },
    { text: run.name, to: `/behy/${run.id}` },
    { text: "recruitment:copy.crumb" },
  ],
});

type PageData = ReturnType<typeof useLoaderData<typeof loader>>;

export const loader = guarded("run:manage", async ({ actor, params }) => ({
  id: crypto.randomUUID(),
  run: await runOf(actor, "run:manage", params.id ?? ""),
}));

export const action = guarded("run:manage", async ({ actor, params, request, now }) => {
  const form = await readForm(request, copyRunForm);
  if (!form.ok) return badForm(form.reply);
  const id = await copyRun(actor, { ...form.value, from: params.id ?? "" }, { now });
  return redirectWithToast(`/behy/${id}`, { kind: "success", text: "recruitment:toast.copied" });
});

export default function CopyRun() {
  const { id, run } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { t } = useTranslation("recruitment");
  return (
    <>
      <PageHeader title={t("copy.title", { name: run.name })} lead={t("copy.lead")} />
      <Form state={form}>
        <ErrorSummary />
        <HiddenField name="id" value={String(form?.values.id ?? id)} />
        <TextField
          name="name"
          label={t("fields.name")}
          hint={t("fields.nameHint")}
          width="medium"
          maxLength={120}
        />
        <FieldRow>
          <DateField name="startsOn" label={t("fields.startsOn")} hint={null} />
          <DateField name="endsOn" label={t("fields.endsOn")} hint={null} />
        </FieldRow>
        <FormActions>
          <SubmitButton>{t("copy.create")}</SubmitButton>
        </FormActions>
      </Form>
    </>
  );
}

import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import {
  CheckboxGroup,
  DateField,
  Disclosure,
  ErrorSummary,
  FieldRow,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  Select,
  SubmitButton,
  TextField,
} from "~/ui";
import { createRun } from "../operations/create-run.server";
import { newRunOptions } from "../operations/new-run-options.server";
import { programmeDefaults } from "../rules/run-settings";
import { newRunForm } from "../schema";

export const handle = pageHandle({
  i18n: "course",
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
  const { t } = useTranslation("course");
  const { t: common } = useTranslation("common");
  const { places, goal, passMark } = programmeDefaults;
  return (
    <>
      <PageHeader title={t("newRun.title")} lead={t("newRun.lead")} />
      <Form state={form}>
        <ErrorSummary />
        <HiddenField name="id" value={String(form?.values.id ?? id)} />
        <TextField
          name="name"
          label={t("newRun.name")}
          hint={t("newRun.nameHint")}
          width="medium"
          maxLength={120}
        />
        <TextField name="town" label={t("newRun.town")} width="medium" maxLength={80} />
        <Select
          name="region"
          label={t("newRun.region")}
          width="medium"
          empty={regions.length > 1}
          options={regions.map((value) => ({ value, label: common(`region.${value}`) }))}
        />
        <FieldRow>
          <DateField name="startsOn" label={t("newRun.startsOn")} hint={null} />
          <DateField name="endsOn" label={t("newRun.endsOn")} hint={null} />
        </FieldRow>
        <FieldRow>
          <TextField
            name="places"
            type="number"
            label={t("newRun.places")}
            width="short"
            inputMode="numeric"
            defaultValue={String(places)}
          />
          <TextField
            name="goal"
            type="number"
            label={t("newRun.goal")}
            width="short"
            inputMode="numeric"
            defaultValue={String(goal)}
          />
        </FieldRow>
        <Select
          name="organisation"
          label={t("newRun.organisation")}
          optional
          width="medium"
          empty={t("newRun.noOrganisation")}
          options={organisations.map(({ id: value, name }) => ({ value, label: name }))}
        />
        <TextField
          name="accreditationNumber"
          label={t("newRun.accreditation")}
          hint={t("newRun.accreditationHint")}
          optional
          width="medium"
          maxLength={60}
        />
        {trainers.length > 0 && (
          <CheckboxGroup
            name="trainers"
            label={t("newRun.trainers")}
            hint={t("newRun.trainersHint")}
            optional
            options={trainers.map(({ accountId, name }) => ({ value: accountId, label: name }))}
          />
        )}
        <Disclosure summary={t("newRun.settings")}>
          <p>{t("newRun.settingsText", { passMark })}</p>
        </Disclosure>
        <FormActions>
          <SubmitButton>{t("newRun.create")}</SubmitButton>
        </FormActions>
      </Form>
    </>
  );
}

import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import {
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  Notice,
  PageHeader,
  Section,
  SubmitButton,
} from "~/ui";
import { changeRunSettings } from "../operations/recruitment/change-settings.server";
import { editRun } from "../operations/recruitment/edit-run.server";
import { runForEditing } from "../operations/recruitment/run-editing.server";
import { formOfIntent } from "../parts/form-of-intent";
import { RunFields } from "../parts/recruitment/run-fields";
import { SettingsFields, SettingsList } from "../parts/recruitment/settings-fields";
import { editRunForm, settingsForm } from "../recruitment-schema";
import { fieldsOfSettings } from "../rules/recruitment/settings-fields";

export const handle = pageHandle<PageData>({
  i18n: ["course", "recruitment", "practice"],
  title: ({ run }) => run.name,
  breadcrumbs: ({ run }) => [
    { text: "course:runs.title", to: "/behy" },
    { text: run.name, to: `/behy/${run.id}` },
    { text: "recruitment:edit.crumb" },
  ],
});

type PageData = ReturnType<typeof useLoaderData<typeof loader>>;

export const loader = guarded("run:manage", async ({ actor, params }) =>
  runForEditing(actor, params.id ?? ""),
);

/** Two forms: with `?pravidla` the settings, otherwise the basic facts. */
export const action = guarded("run:manage", async ({ actor, params, request, now }) => {
  const id = params.id ?? "";
  const done = (text: string) => redirectWithToast(`/behy/${id}`, { kind: "success", text });
  if (new URL(request.url).searchParams.has("pravidla")) {
    const form = await readForm(request, settingsForm);
    if (!form.ok) return badForm(form.reply);
    const { version, ...fields } = form.value;
    await changeRunSettings(actor, { id, version, fields }, { now });
    return done("recruitment:toast.settings");
  }
  const form = await readForm(request, editRunForm);
  if (!form.ok) return badForm(form.reply);
  await editRun(actor, { ...form.value, id }, { now });
  return done("recruitment:toast.edited");
});

export default function EditRun() {
  const { run, started, options } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { t } = useTranslation("recruitment");
  const settings = fieldsOfSettings(run.settings);
  const values = {
    ...run,
    region: run.regionCode,
    goal: run.graduateGoal,
    organisation: run.organisationId,
  };
  if (run.state === "closed") {
    return (
      <>
        <PageHeader title={t("edit.title", { name: run.name })} />
        <Notice>{t("edit.closed")}</Notice>
        <Section title={t("edit.settings")}>
          <SettingsList values={settings} />
        </Section>
      </>
    );
  }
  return (
    <>
      <PageHeader title={t("edit.title", { name: run.name })} />
      {started && <Notice>{t("edit.frozen")}</Notice>}
      <Section title={t("edit.basics")}>
        <Form state={formOfIntent(form, "basics")} id="basics">
          <ErrorSummary />
          <HiddenField name="intent" value="basics" />
          <HiddenField name="version" value={run.version} />
          <RunFields values={values} frozen={started} {...options} />
          <FormActions>
            <SubmitButton>{t("edit.save")}</SubmitButton>
          </FormActions>
        </Form>
      </Section>
      <Section
        title={t("edit.settings")}
        lead={started ? t("edit.settingsFrozen") : t("edit.settingsLead")}
        id="pravidla"
      >
        {started ? (
          <SettingsList values={settings} />
        ) : (
          <Form
            state={formOfIntent(form, "settings")}
            id="settings"
            action={`/behy/${run.id}/upravit?pravidla`}
          >
            <ErrorSummary />
            <HiddenField name="intent" value="settings" />
            <HiddenField name="version" value={run.version} />
            <SettingsFields values={settings} />
            <FormActions>
              <SubmitButton>{t("edit.saveSettings")}</SubmitButton>
            </FormActions>
          </Form>
        )}
      </Section>
    </>
  );
}

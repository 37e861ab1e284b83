import { randomUUID } from "node:crypto";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { Disclosure, Notice, PageHeader, Section, Stack } from "~/ui";
import { changeSettings } from "../operations/change-settings.server";
import { readSettings } from "../operations/read-settings.server";
import { SettingsFacts } from "../parts/settings-facts";
import { SettingsFields } from "../parts/settings-fields";
import { SettingsHistory } from "../parts/settings-history";
import { settingsForm } from "../schema";

export const handle = pageHandle({ i18n: "mentors", title: () => "mentors:settings.title" });

export const loader = guarded("settings:manage", async ({ actor }) => ({
  ...(await readSettings(actor)),
  newId: randomUUID(),
}));

export const action = guarded("settings:manage", async ({ actor, request, now }) => {
  const form = await readForm(request, settingsForm);
  if (!form.ok) return badForm(form.reply);
  await changeSettings(actor, form.value, { now });
  return redirectWithToast("/nastaveni", { kind: "success", text: "mentors:settings.done" });
});

/** The programme's numbers: what holds, who changed what and why, and the form for those who may change it. */
export default function Settings() {
  const { settings, base, history, mayChange, newId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>()?.form;
  const { t } = useTranslation("mentors");
  return (
    <>
      <PageHeader title={t("settings.title")} lead={t("settings.lead")} />
      <Stack>
        <Section title={t("settings.inForce")}>
          <SettingsFacts settings={settings} />
        </Section>
        {mayChange ? (
          <Section title={t("settings.change")} lead={t("settings.fromToday")}>
            <Disclosure summary={t("settings.change")} open={sent !== undefined}>
              <SettingsFields key={base} settings={settings} base={base} newId={newId} state={sent} />
            </Disclosure>
          </Section>
        ) : (
          <Notice>{t("settings.readOnly")}</Notice>
        )}
        <Section title={t("settings.history")}>
          <SettingsHistory history={history} />
        </Section>
      </Stack>
    </>
  );
}

import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { Card, Columns, LinkButton, Notice, PageHeader, Section, Stack } from "~/ui";
import { keyStates, rotateSigningKey } from "../operations/certificate/signing-key.server";
import { mayChangeTemplate } from "../operations/certificate/template-scope.server";
import { currentTemplate, saveTemplate, templateHistory } from "../operations/certificate/template.server";
import { SigningKeyBox } from "../parts/certificate/signing-key-box";
import { TemplateForm } from "../parts/certificate/template-form";
import { TemplateHistory } from "../parts/certificate/template-history";
import { contentOf, templateForm } from "../template-schema";

export const handle = pageHandle({
  i18n: "certification",
  title: () => "certification:template.title",
  breadcrumbs: () => [
    { text: "certification:register.title", to: "/osvedceni" },
    { text: "certification:template.title" },
  ],
});

export const loader = guarded("template:manage", async ({ actor }) => ({
  mayChange: mayChangeTemplate(actor),
  template: await currentTemplate(),
  history: await templateHistory(),
  keys: await keyStates(),
}));

export const action = guarded("template:manage", async ({ actor, request, now }) => {
  const form = await readForm(request, templateForm);
  if (!form.ok) return badForm(form.reply);
  const { value } = form;
  const done = (text: string, values = {}) =>
    redirectWithToast("/osvedceni/sablona", { kind: "success", text, values });
  if (value.intent === "rotate") {
    await rotateSigningKey(actor, { key: value.key }, { now });
    return done("certification:keys.rotated");
  }
  const { version, reason } = value;
  const saved = await saveTemplate(actor, { version, content: contentOf(value), reason }, { now });
  return done("certification:template.saved", { version: saved });
});

/** What is printed on new certificates: the form, its history, and the key badges are signed with. */
export default function Template() {
  const { t } = useTranslation("certification");
  const { mayChange, template, history, keys } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const rotating = form?.values?.intent === "rotate";
  return (
    <>
      <PageHeader
        title={t("template.title")}
        lead={t("template.lead", { version: template.version })}
        actions={
          <LinkButton to="/osvedceni/sablona/nahled" variant="secondary" icon="eye" reloadDocument>
            {t("template.previewCurrent")}
          </LinkButton>
        }
      />
      <Columns
        main={
          <Stack>
            <Notice tone="warning" title={t("template.unconfirmedTitle")}>
              {t("template.unconfirmed")}
            </Notice>
            {mayChange ? (
              <Section title={t("template.form")} lead={t("template.formLead")}>
                <TemplateForm template={template} state={rotating ? undefined : form} />
              </Section>
            ) : (
              <Notice>{t("refusal.wholeProgramme")}</Notice>
            )}
          </Stack>
        }
        side={
          <Stack>
            <Card title={t("template.history")} level={2}>
              <TemplateHistory history={history} />
            </Card>
            <SigningKeyBox keys={keys} mayRotate={mayChange} state={rotating ? form : undefined} />
          </Stack>
        }
      />
    </>
  );
}

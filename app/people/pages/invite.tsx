import { randomUUID } from "node:crypto";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import {
  CheckboxGroup,
  ErrorSummary,
  Fieldset,
  Form,
  FormActions,
  HiddenField,
  LinkButton,
  PageHeader,
  RadioGroup,
  SubmitButton,
  TextField,
} from "~/ui";
import { invitePerson } from "../operations/invite-person.server";
import { roleChoices } from "../operations/place-choices.server";
import { PlaceFields } from "../parts/place-fields";
import { invitationForm } from "../schema";

export const handle = pageHandle({
  i18n: "people",
  title: () => "people:invite.title",
  breadcrumbs: () => [{ text: "people:list.title", to: "/lide" }, { text: "people:invite.title" }],
});

export const loader = guarded("account:invite", async ({ actor }) => ({
  id: randomUUID(),
  choices: await roleChoices(actor),
}));

export const action = guarded("account:invite", async ({ actor, request, now }) => {
  const form = await readForm(request, invitationForm);
  if (!form.ok) return badForm(form.reply);
  await invitePerson(actor, form.value, { now });
  const values = { email: form.value.email };
  return redirectWithToast("/lide", { kind: "success", text: "people:invite.done", values });
});

export default function InvitePage() {
  const { id, choices } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("people");
  const { t: common } = useTranslation("common");
  return (
    <>
      <PageHeader title={t("invite.title")} lead={t("invite.lead")} />
      <Form state={refused?.form}>
        <ErrorSummary
          labels={{
            name: t("invite.name"),
            email: t("invite.email"),
            roles: t("invite.roles"),
            organisationId: t("invite.organisation"),
            regionCode: t("invite.region"),
          }}
        />
        <HiddenField name="id" value={id} />
        <TextField name="name" label={t("invite.name")} autoComplete="off" />
        <TextField
          name="email"
          type="email"
          label={t("invite.email")}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <CheckboxGroup
          name="roles"
          label={t("invite.roles")}
          hint={t("invite.more")}
          options={choices.roles.map((role) => ({ value: role, label: common(`role.${role}`) }))}
        />
        <Fieldset legend={t("invite.place")}>
          <PlaceFields {...choices} />
        </Fieldset>
        <RadioGroup
          name="language"
          label={t("invite.language")}
          defaultValue="cs"
          inline
          options={(["cs", "en"] as const).map((code) => ({
            value: code,
            label: common(`language.${code}`),
          }))}
        />
        <FormActions>
          <SubmitButton>{t("invite.submit")}</SubmitButton>
          <LinkButton to="/lide" variant="quiet">
            {common("action.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </>
  );
}

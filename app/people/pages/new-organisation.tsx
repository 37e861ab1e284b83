import { randomUUID } from "node:crypto";
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
  LinkButton,
  PageHeader,
  RadioGroup,
  SubmitButton,
} from "~/ui";
import { createOrganisation } from "../operations/manage-organisations.server";
import { OrganisationFields } from "../parts/organisation-fields";
import { organisationKinds } from "../codes";
import { newOrganisationForm } from "../schema";

export const handle = pageHandle({
  i18n: "people",
  title: () => "people:organisation.newTitle",
  breadcrumbs: () => [
    { text: "people:organisations.title", to: "/organizace" },
    { text: "people:organisation.newTitle" },
  ],
});

export const loader = guarded("organisation:manage", async () => ({ id: randomUUID() }));

export const action = guarded("organisation:manage", async ({ actor, request, now }) => {
  const form = await readForm(request, newOrganisationForm);
  if (!form.ok) return badForm(form.reply);
  const id = await createOrganisation(actor, form.value, { now });
  return redirectWithToast(`/organizace/${id}`, { kind: "success", text: "people:organisation.created" });
});

export default function NewOrganisationPage() {
  const { id } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("people");
  const { t: common } = useTranslation("common");
  return (
    <>
      <PageHeader title={t("organisation.newTitle")} lead={t("organisation.newLead")} />
      <Form state={refused?.form}>
        <ErrorSummary
          labels={{
            kind: t("organisation.kind"),
            name: t("organisation.name"),
            town: t("organisation.town"),
            regionCode: t("organisation.region"),
          }}
        />
        <HiddenField name="id" value={id} />
        <RadioGroup
          name="kind"
          label={t("organisation.kind")}
          options={organisationKinds.map((kind) => ({ value: kind, label: t(`organisationKind.${kind}`) }))}
        />
        <OrganisationFields />
        <FormActions>
          <SubmitButton>{t("organisation.create")}</SubmitButton>
          <LinkButton to="/organizace" variant="quiet">
            {common("action.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </>
  );
}

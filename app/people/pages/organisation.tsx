import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { AppError } from "~/platform/errors";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import {
  ConfirmButton,
  DescriptionList,
  ErrorSummary,
  Form,
  formatDateTime,
  FormActions,
  HiddenField,
  Notice,
  PageHeader,
  Section,
  SubmitButton,
  useLanguage,
} from "~/ui";
import {
  readOrganisation,
  setOrganisationClosed,
  updateOrganisation,
} from "../operations/manage-organisations.server";
import { formOf } from "../parts/form-of";
import { useRegionName } from "../parts/held-role";
import { OrganisationFields } from "../parts/organisation-fields";
import { organisationForm } from "../schema";

export const handle = pageHandle<{ organisation: { name: string } }>({
  i18n: "people",
  title: ({ organisation }) => organisation.name,
  breadcrumbs: ({ organisation }) => [
    { text: "people:organisations.title", to: "/organizace" },
    { text: organisation.name },
  ],
});

export const loader = guarded("organisation:list", async ({ actor, params }) => ({
  organisation: await readOrganisation(actor, organisationId(params.id)),
  may: { manage: actor.can("organisation:manage"), seePeople: actor.can("account:list") },
}));

export const action = guarded("organisation:manage", async ({ actor, params, request, now }) => {
  const id = organisationId(params.id);
  const form = await readForm(request, organisationForm);
  if (!form.ok) return badForm(form.reply);
  const { value } = form;
  if (value.intent === "save") await updateOrganisation(actor, { ...value, id }, { now });
  else {
    const closed = value.intent === "close";
    await setOrganisationClosed(actor, { id, version: value.version, closed }, { now });
  }
  const done = { save: "saved", close: "closedDone", reopen: "reopened" } as const;
  return redirectWithToast(`/organizace/${id}`, {
    kind: "success",
    text: `people:organisation.${done[value.intent]}`,
  });
});

function organisationId(id = ""): string {
  if (!/^[0-9a-f-]{36}$/i.test(id)) throw new AppError("notFound");
  return id;
}

export default function OrganisationPage() {
  const { organisation, may } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { t } = useTranslation("people");
  const { t: common } = useTranslation("common");
  const language = useLanguage();
  const region = useRegionName();
  const { name, kind, town, regionCode, closedAt, version, people } = organisation;
  return (
    <>
      <PageHeader title={name} eyebrow={t(`organisationKind.${kind}`)} />
      {closedAt && (
        <Notice tone="warning">
          {t("organisation.closedSince", { when: formatDateTime(closedAt, language) })}
        </Notice>
      )}
      <Section title={t("organisation.edit")}>
        {may.manage ? (
          // A new version draws the form afresh.
          <Form key={version} state={formOf(form, "save")}>
            <ErrorSummary
              labels={{
                name: t("organisation.name"),
                town: t("organisation.town"),
                regionCode: t("organisation.region"),
              }}
            />
            <HiddenField name="intent" value="save" />
            <HiddenField name="version" value={version} />
            <OrganisationFields values={{ name, town, regionCode }} />
            <FormActions>
              <SubmitButton>{t("organisation.save")}</SubmitButton>
            </FormActions>
          </Form>
        ) : (
          <DescriptionList
            columns={2}
            items={[
              { label: t("organisation.town"), value: town ?? "–" },
              { label: t("organisation.region"), value: region(regionCode) },
            ]}
          />
        )}
      </Section>
      {may.seePeople && (
        <Section title={t("organisation.people")}>
          {people.length === 0 ? (
            <p>{t("organisation.noPeople")}</p>
          ) : (
            <ul className="stack">
              {people.map((person) => (
                <li key={person.id}>
                  <Link to={`/lide/${person.id}`}>{person.name}</Link>
                  <span className="text-muted">
                    {" · "}
                    {person.roles.map((role) => common(`role.${role}`)).join(", ")}
                    {person.disabled && ` · ${t("organisation.disabled")}`}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
      {may.manage &&
        (closedAt ? (
          <Form state={formOf(form, "reopen")}>
            <ErrorSummary />
            <HiddenField name="intent" value="reopen" />
            <HiddenField name="version" value={version} />
            <SubmitButton variant="secondary">{t("organisation.reopen")}</SubmitButton>
          </Form>
        ) : (
          <ConfirmButton
            label={t("organisation.close")}
            title={t("organisation.closeTitle")}
            text={t("organisation.closeText")}
            values={{ intent: "close", version }}
            state={formOf(form, "close")}
          />
        ))}
    </>
  );
}

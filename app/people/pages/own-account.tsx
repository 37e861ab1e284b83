import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { signedIn } from "~/access/index.server";
import { languageCookie } from "~/i18n/i18n.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import {
  Columns,
  DescriptionList,
  ErrorSummary,
  Form,
  formatDateTime,
  FormActions,
  HiddenField,
  LinkButton,
  PageHeader,
  RadioGroup,
  Section,
  StatusTag,
  SubmitButton,
  TextField,
  useLanguage,
} from "~/ui";
import { readOwnAccount, updateOwnAccount } from "../operations/own-account.server";
import { HeldRole } from "../parts/held-role";
import { ownAccountForm } from "../schema";

export const handle = pageHandle({
  i18n: "people",
  title: () => "people:own.title",
  breadcrumbs: () => [{ text: "people:own.title" }],
});

export const loader = signedIn(async ({ actor }) => readOwnAccount(actor));

export const action = signedIn(async ({ actor, request, now }) => {
  const form = await readForm(request, ownAccountForm);
  if (!form.ok) return badForm(form.reply);
  await updateOwnAccount(actor, form.value, { now });
  const remembered = await languageCookie.serialize(form.value.language);
  return redirectWithToast(
    "/ucet",
    { kind: "success", text: "people:own.saved" },
    { "Set-Cookie": remembered },
  );
});

export default function OwnAccountPage() {
  const account = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("people");
  const { t: common } = useTranslation("common");
  const language = useLanguage();
  const { passwordChangedAt, hasSecondFactor } = account;
  const facts = [
    {
      label: t("own.password"),
      value: passwordChangedAt
        ? t("own.passwordChanged", { when: formatDateTime(passwordChangedAt, language) })
        : null,
      action: <SmallLink to="/ucet/heslo">{t("own.changePassword")}</SmallLink>,
    },
    {
      label: t("own.secondFactor"),
      value: (
        <StatusTag tone={hasSecondFactor ? "success" : "neutral"}>
          {t(hasSecondFactor ? "own.secondFactorOn" : "own.secondFactorOff")}
        </StatusTag>
      ),
      action: <SmallLink to="/ucet/dvoufazove-overeni">{t("own.manageSecondFactor")}</SmallLink>,
    },
    {
      label: t("own.sessions"),
      value: null,
      action: <SmallLink to="/ucet/relace">{t("own.showSessions")}</SmallLink>,
    },
  ];
  return (
    <>
      <PageHeader title={t("own.title")} />
      <Columns
        main={
          <Form state={refused?.form}>
            <ErrorSummary />
            <HiddenField name="version" value={account.version} />
            <TextField
              name="name"
              label={t("own.name")}
              hint={t("own.nameHint")}
              defaultValue={account.name}
              autoComplete="name"
            />
            <DescriptionList
              items={[{ label: t("own.email"), value: `${account.email} – ${t("own.emailNote")}` }]}
            />
            <RadioGroup
              name="language"
              label={t("own.language")}
              defaultValue={account.language}
              inline
              options={(["cs", "en"] as const).map((code) => ({
                value: code,
                label: common(`language.${code}`),
              }))}
            />
            <FormActions>
              <SubmitButton>{t("own.save")}</SubmitButton>
            </FormActions>
          </Form>
        }
        side={
          <>
            <Section title={t("own.roles")}>
              {account.roles.length === 0 ? (
                <p>{t("own.noRoles")}</p>
              ) : (
                <ul className="stack">
                  {account.roles.map((role) => (
                    <li key={`${role.role}-${role.organisation}-${role.regionCode}`}>
                      <HeldRole {...role} />
                    </li>
                  ))}
                </ul>
              )}
              <p className="mt-3 text-muted">{t("own.rolesNote")}</p>
            </Section>
            <Section title={t("own.security")}>
              <DescriptionList items={facts} />
            </Section>
          </>
        }
      />
    </>
  );
}

function SmallLink({ to, children }: { to: string; children: string }) {
  return (
    <LinkButton to={to} variant="secondary" size="sm">
      {children}
    </LinkButton>
  );
}

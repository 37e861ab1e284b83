import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { signedIn } from "~/access/index.server";
import { languageCookie } from "~/i18n/i18n.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import {
  Card,
  Columns,
  ErrorSummary,
  Form,
  formatDateTime,
  FormActions,
  Grid,
  HiddenField,
  PageHeader,
  RadioGroup,
  Section,
  StatusTag,
  SubmitButton,
  TextField,
  useLanguage,
} from "~/ui";
import { readOwnAccount, updateOwnAccount } from "../operations/own-account.server";
import { EmailText } from "../parts/email-text";
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
  return (
    <>
      <PageHeader title={t("own.title")} lead={<EmailText>{account.email}</EmailText>} />
      <Columns
        main={
          <Form key={account.version} state={refused?.form}>
            <ErrorSummary labels={{ name: t("own.name"), language: t("own.language") }} />
            <HiddenField name="version" value={account.version} />
            <TextField
              name="name"
              label={t("own.name")}
              hint={t("own.nameHint")}
              defaultValue={account.name}
              autoComplete="name"
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
            {account.weeklyDigest !== null && (
              <RadioGroup
                name="weeklyDigest"
                label={t("own.digest")}
                hint={t("own.digestHint")}
                defaultValue={account.weeklyDigest ? "on" : "off"}
                inline
                options={(["on", "off"] as const).map((value) => ({
                  value,
                  label: t(value === "on" ? "own.digestOn" : "own.digestOff"),
                }))}
              />
            )}
            <FormActions>
              <SubmitButton>{t("own.save")}</SubmitButton>
            </FormActions>
          </Form>
        }
        side={
          <Card title={t("own.roles")} level={2} tone="sunken">
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
          </Card>
        }
      />
      <SecurityCards
        passwordChangedAt={account.passwordChangedAt}
        hasSecondFactor={account.hasSecondFactor}
      />
    </>
  );
}

function SecurityCards({
  passwordChangedAt,
  hasSecondFactor,
}: {
  passwordChangedAt: Date | null;
  hasSecondFactor: boolean;
}) {
  const { t } = useTranslation("people");
  const language = useLanguage();
  const changed =
    passwordChangedAt && t("own.passwordChanged", { when: formatDateTime(passwordChangedAt, language) });
  return (
    <Section title={t("own.security")}>
      <Grid min="md">
        <Card title={t("own.password")} to="/ucet/heslo" icon="lock" lead={changed} />
        <Card
          title={t("own.secondFactor")}
          to="/ucet/dvoufazove-overeni"
          icon="phone"
          lead={
            <StatusTag tone={hasSecondFactor ? "success" : "neutral"}>
              {t(hasSecondFactor ? "own.secondFactorOn" : "own.secondFactorOff")}
            </StatusTag>
          }
        />
        <Card title={t("own.sessions")} to="/ucet/relace" icon="eye" lead={t("own.sessionsText")} />
      </Grid>
    </Section>
  );
}

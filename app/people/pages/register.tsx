import { randomUUID } from "node:crypto";
import { redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { open } from "~/access/index.server";
import { languageOf } from "~/i18n/i18n.server";
import { noIndex, pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { localPath } from "~/platform/local-path";
import { Checkbox, ErrorSummary, Form, FormActions, HiddenField, SubmitButton, TextField } from "~/ui";
import { wantedPath, withWayBack } from "../entering.server";
import { registerApplicant } from "../operations/register-applicant.server";
import { Door } from "../parts/door";
import { LetterSent } from "../parts/letter-sent";
import { NewPasswordField } from "../parts/new-password-field";
import { registrationForm } from "../schema";
import { visitorOf } from "../visitor.server";

export const handle = pageHandle({ i18n: "people", title: () => "people:registration.title" });
export const meta = noIndex;

export const loader = open(async ({ request, actor }) => {
  const wanted = wantedPath(request);
  if (actor) throw redirect(wanted);
  const sent = new URL(request.url).searchParams.has("odeslano");
  return { wanted, sent, id: randomUUID() };
});

export const action = open(async (args) => {
  const form = await readForm(args.request, registrationForm);
  if (!form.ok) return badForm(form.reply);
  const wanted = localPath(form.value.dal);
  const language = await languageOf(args.request);
  await registerApplicant({ ...form.value, language, next: wanted }, visitorOf(args));
  return redirect(`${withWayBack("/registrace", wanted)}${wanted === "/" ? "?" : "&"}odeslano=1`);
});

export default function RegisterPage() {
  const { wanted, sent, id } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("people");
  const onwards = wanted === "/" ? "" : `?dal=${encodeURIComponent(wanted)}`;
  if (sent) return <LetterSent kind="registration" back={`/registrace${onwards}`} />;
  return (
    <Door
      title={t("registration.title")}
      lead={t("registration.lead")}
      after={<Link to={`/prihlaseni${onwards}`}>{t("registration.haveAccount")}</Link>}
    >
      <Form state={refused?.form}>
        <ErrorSummary
          labels={{
            name: t("registration.name"),
            email: t("registration.email"),
            password: t("password.label"),
          }}
        />
        <HiddenField name="id" value={id} />
        <HiddenField name="dal" value={wanted} />
        <TextField name="name" label={t("registration.name")} autoComplete="name" />
        <TextField
          name="email"
          type="email"
          label={t("registration.email")}
          hint={t("registration.emailHint")}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <NewPasswordField label={t("password.label")} />
        <Checkbox
          name="consent"
          label={t("registration.consent")}
          hint={<Link to="/stranky/soukromi">{t("registration.privacy")}</Link>}
        />
        <FormActions>
          <SubmitButton>{t("registration.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </Door>
  );
}

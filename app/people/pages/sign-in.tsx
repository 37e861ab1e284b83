import { redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { open, roles } from "~/access/index.server";
import { noIndex, pageHandle } from "~/page";
import { config } from "~/platform/config.server";
import { badForm, readForm } from "~/platform/forms.server";
import {
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  LinkButton,
  PasswordField,
  SubmitButton,
  TextField,
} from "~/ui";
import { enter, nextStep, wantedPath } from "../entering.server";
import { signIn } from "../operations/sign-in.server";
import { DemoDoors } from "../parts/demo-doors";
import { Door } from "../parts/door";
import { demoSignInForm, signInForm } from "../schema";
import { visitorOf } from "../visitor.server";

export const handle = pageHandle({ i18n: "people", title: () => "people:signIn.title" });
export const meta = noIndex;

export const loader = open(async ({ request, visit }) => {
  const wanted = wantedPath(request);
  if (visit) throw redirect(nextStep(visit.secondFactor, wanted));
  return { wanted, demoRoles: config().mode === "demo" ? [...roles] : [] };
});

export const action = open(async (args) => {
  const form = await readForm(args.request, config().mode === "demo" ? demoSignInForm : signInForm);
  if (!form.ok) return badForm(form.reply);
  const signedIn = await signIn(form.value, visitorOf(args));
  return enter(args.request, signedIn, form.value.dal);
});

export default function SignInPage() {
  const { wanted, demoRoles } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("people");
  const onwards = wanted === "/" ? "" : `?dal=${encodeURIComponent(wanted)}`;
  return (
    <Door
      title={t("signIn.title")}
      lead={t("signIn.lead")}
      after={
        <>
          {demoRoles.length > 0 && <DemoDoors roles={demoRoles} wanted={wanted} />}
          <section>
            <h2 className="section-title">{t("signIn.noAccount")}</h2>
            <p className="my-3">{t("signIn.applicants")}</p>
            <LinkButton to={`/registrace${onwards}`} variant="secondary">
              {t("signIn.register")}
            </LinkButton>
            <p className="mt-4 text-muted">{t("signIn.others")}</p>
          </section>
        </>
      }
    >
      <Form state={sent?.form}>
        <ErrorSummary labels={{ email: t("signIn.email"), password: t("password.label") }} />
        <HiddenField name="dal" value={wanted} />
        <TextField
          name="email"
          type="email"
          label={t("signIn.email")}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordField name="password" label={t("password.label")} autoComplete="current-password" />
        <FormActions>
          <SubmitButton>{t("signIn.submit")}</SubmitButton>
          <Link to="/zapomenute-heslo">{t("signIn.forgotten")}</Link>
        </FormActions>
        {sent?.form && <p className="text-muted">{t("signIn.justRegistered")}</p>}
      </Form>
    </Door>
  );
}

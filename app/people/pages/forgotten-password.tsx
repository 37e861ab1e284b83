import { redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { open } from "~/access/index.server";
import { noIndex, pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { ErrorSummary, Form, FormActions, SubmitButton, TextField } from "~/ui";
import { requestPasswordReset } from "../operations/reset-password.server";
import { Door } from "../parts/door";
import { LetterSent } from "../parts/letter-sent";
import { forgottenPasswordForm } from "../schema";
import { visitorOf } from "../visitor.server";

export const handle = pageHandle({ i18n: "people", title: () => "people:forgotten.title" });
export const meta = noIndex;

export const loader = open(async ({ request }) => ({
  sent: new URL(request.url).searchParams.has("odeslano"),
}));

export const action = open(async (args) => {
  const form = await readForm(args.request, forgottenPasswordForm);
  if (!form.ok) return badForm(form.reply);
  await requestPasswordReset(form.value, visitorOf(args));
  return redirect("/zapomenute-heslo?odeslano=1");
});

export default function ForgottenPasswordPage() {
  const { sent } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("people");
  if (sent) return <LetterSent kind="forgotten" back="/prihlaseni" />;
  return (
    <Door
      title={t("forgotten.title")}
      lead={t("forgotten.lead")}
      after={<Link to="/prihlaseni">{t("forgotten.back")}</Link>}
    >
      <Form state={refused?.form}>
        <ErrorSummary />
        <TextField
          name="email"
          type="email"
          label={t("signIn.email")}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <FormActions>
          <SubmitButton>{t("forgotten.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </Door>
  );
}

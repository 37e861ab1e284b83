import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { open } from "~/access/index.server";
import { noIndex, pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { ErrorSummary, Form, FormActions, LinkButton, SubmitButton } from "~/ui";
import { enter } from "../entering.server";
import { linkAnswer, usingLink } from "../link-pages.server";
import { readPasswordReset, resetPassword } from "../operations/reset-password.server";
import { Door } from "../parts/door";
import { GoneLink } from "../parts/gone-link";
import { NewPasswordField } from "../parts/new-password-field";
import { Username } from "../parts/username";
import { newPasswordForm } from "../schema";
import { visitorOf } from "../visitor.server";

export const handle = pageHandle({ i18n: "people", title: () => "people:reset.title" });
export const meta = noIndex;

export const loader = open(async ({ params, now }) => {
  const owner = await readPasswordReset(params.token ?? "", { now });
  return linkAnswer(owner && { email: owner.email });
});

export const action = open(async (args) => {
  const form = await readForm(args.request, newPasswordForm);
  if (!form.ok) return badForm(form.reply);
  const input = { token: args.params.token ?? "", password: form.value.password };
  const signedIn = await usingLink(args.request, () => resetPassword(input, visitorOf(args)));
  return enter(args.request, signedIn, "/", { kind: "success", text: "people:reset.done" });
});

export default function ResetPasswordPage() {
  const { content } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("people");
  if (!content) {
    return (
      <GoneLink title={t("reset.goneTitle")} text={t("reset.goneText")}>
        <LinkButton to="/zapomenute-heslo">{t("reset.again")}</LinkButton>
      </GoneLink>
    );
  }
  return (
    <Door title={t("reset.title")} lead={t("reset.lead")}>
      <Form state={refused?.form}>
        <ErrorSummary />
        <p>{t("reset.email", { email: content.email })}</p>
        <Username email={content.email} />
        <NewPasswordField />
        <FormActions>
          <SubmitButton>{t("reset.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </Door>
  );
}

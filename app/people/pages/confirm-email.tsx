import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { open } from "~/access/index.server";
import { noIndex, pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { ErrorSummary, Form, FormActions, HiddenField, LinkButton, PasswordField, SubmitButton } from "~/ui";
import { enter, wantedPath } from "../entering.server";
import { linkAnswer, usingLink } from "../link-pages.server";
import { confirmEmail, readConfirmation } from "../operations/confirm-email.server";
import { Door } from "../parts/door";
import { GoneLink } from "../parts/gone-link";
import { Username } from "../parts/username";
import { confirmEmailForm } from "../schema";
import { visitorOf } from "../visitor.server";

export const handle = pageHandle({ i18n: "people", title: () => "people:confirmation.title" });
export const meta = noIndex;

export const loader = open(async ({ params, request, now }) => {
  const confirmation = await readConfirmation(params.token ?? "", { now });
  return linkAnswer(confirmation && { ...confirmation, wanted: wantedPath(request) });
});

export const action = open(async (args) => {
  const form = await readForm(args.request, confirmEmailForm);
  if (!form.ok) return badForm(form.reply);
  const { password, dal } = form.value;
  const token = args.params.token ?? "";
  const signedIn = await usingLink(args.request, () => confirmEmail({ token, password }, visitorOf(args)));
  return enter(args.request, signedIn, dal, { kind: "success", text: "people:confirmation.done" });
});

export default function ConfirmEmailPage() {
  const { content } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("people");
  if (!content) {
    return (
      <GoneLink title={t("confirmation.goneTitle")} text={t("confirmation.goneText")}>
        <LinkButton to="/prihlaseni">{t("signIn.submit")}</LinkButton>
        <LinkButton to="/registrace" variant="secondary">
          {t("signIn.register")}
        </LinkButton>
      </GoneLink>
    );
  }
  return (
    <Door title={t("confirmation.title")} lead={t("confirmation.lead")}>
      <Form state={refused?.form}>
        <ErrorSummary />
        <p>{t("confirmation.email", { email: content.email })}</p>
        <Username email={content.email} />
        <HiddenField name="dal" value={content.wanted} />
        <PasswordField name="password" label={t("password.label")} autoComplete="current-password" />
        <FormActions>
          <SubmitButton>{t("confirmation.submit")}</SubmitButton>
          <Link to="/zapomenute-heslo">{t("confirmation.forgotten")}</Link>
        </FormActions>
      </Form>
    </Door>
  );
}

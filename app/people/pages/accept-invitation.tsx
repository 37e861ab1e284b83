import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { open } from "~/access/index.server";
import { noIndex, pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { DescriptionList, ErrorSummary, Form, FormActions, LinkButton, SubmitButton } from "~/ui";
import { enter } from "../entering.server";
import { linkAnswer, usingLink } from "../link-pages.server";
import { acceptInvitation, readInvitation } from "../operations/accept-invitation.server";
import { Door } from "../parts/door";
import { GoneLink } from "../parts/gone-link";
import { NewPasswordField } from "../parts/new-password-field";
import { Username } from "../parts/username";
import { newPasswordForm } from "../schema";
import { visitorOf } from "../visitor.server";

export const handle = pageHandle({ i18n: "people", title: () => "people:invitation.title" });
export const meta = noIndex;

export const loader = open(async ({ params, now }) =>
  linkAnswer(await readInvitation(params.token ?? "", { now })),
);

export const action = open(async (args) => {
  const form = await readForm(args.request, newPasswordForm);
  if (!form.ok) return badForm(form.reply);
  const input = { token: args.params.token ?? "", password: form.value.password };
  const signedIn = await usingLink(args.request, () => acceptInvitation(input, visitorOf(args)));
  return enter(args.request, signedIn, "/", { kind: "success", text: "people:invitation.done" });
});

export default function AcceptInvitationPage() {
  const { content } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("people");
  const { t: common } = useTranslation("common");
  if (!content) {
    return (
      <GoneLink title={t("invitation.goneTitle")} text={t("invitation.goneText")}>
        <LinkButton to="/prihlaseni">{t("signIn.submit")}</LinkButton>
      </GoneLink>
    );
  }
  return (
    <Door title={t("invitation.title")} lead={t("invitation.lead")}>
      <DescriptionList
        items={[
          { label: t("invitation.forWhom"), value: content.name },
          { label: t("invitation.email"), value: content.email },
          {
            label: t("invitation.roles"),
            value: content.roles.map((role) => common(`role.${role}`)).join(", "),
          },
        ]}
      />
      <Form state={refused?.form}>
        <ErrorSummary />
        <Username email={content.email} />
        <NewPasswordField label={t("password.label")} />
        <FormActions>
          <SubmitButton>{t("invitation.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </Door>
  );
}

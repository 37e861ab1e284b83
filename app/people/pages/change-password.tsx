import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { sessionCookie, signedIn } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { ErrorSummary, Form, FormActions, LinkButton, PasswordField, SubmitButton } from "~/ui";
import { changePassword } from "../operations/change-password.server";
import { Door } from "../parts/door";
import { NewPasswordField } from "../parts/new-password-field";
import { changePasswordForm } from "../schema";

export const handle = pageHandle({
  i18n: "people",
  title: () => "people:change.title",
  breadcrumbs: () => [{ text: "people:own.title", to: "/ucet" }, { text: "people:change.title" }],
});

export const loader = signedIn(async () => null);

export const action = signedIn(async ({ visit, request, now }) => {
  const form = await readForm(request, changePasswordForm);
  if (!form.ok) return badForm(form.reply);
  const sessionId = await changePassword(visit, form.value, { now });
  const toast = { kind: "success", text: "people:change.done" } as const;
  return redirectWithToast("/ucet", toast, { "Set-Cookie": sessionCookie(sessionId) });
});

export default function ChangePasswordPage() {
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("people");
  const { t: common } = useTranslation("common");
  return (
    <Door title={t("change.title")} lead={t("change.lead")}>
      <Form state={refused?.form}>
        <ErrorSummary
          labels={{ currentPassword: t("password.currentLabel"), password: t("password.newLabel") }}
        />
        <PasswordField
          name="currentPassword"
          label={t("password.currentLabel")}
          autoComplete="current-password"
        />
        <NewPasswordField />
        <FormActions>
          <SubmitButton>{t("change.submit")}</SubmitButton>
          <LinkButton to="/ucet" variant="quiet">
            {common("action.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </Door>
  );
}

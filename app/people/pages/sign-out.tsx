import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { blankSessionCookie, open } from "~/access/index.server";
import { noIndex, pageHandle } from "~/page";
import { redirectWithToast } from "~/platform/toast.server";
import { Form, FormActions, LinkButton, SubmitButton } from "~/ui";
import { signOut } from "../operations/sign-out.server";
import { Door } from "../parts/door";

export const handle = pageHandle({ i18n: "people", title: () => "people:signOut.title" });
export const meta = noIndex;

export const loader = open(async ({ visit }) => {
  if (!visit) throw redirect("/prihlaseni");
  return { name: visit.actor.name };
});

export const action = open(async ({ visit, now }) => {
  if (visit) await signOut(visit, { now });
  const toast = { kind: "success", text: "people:signOut.done" } as const;
  return redirectWithToast("/", toast, { "Set-Cookie": blankSessionCookie() });
});

export default function SignOutPage() {
  const { name } = useLoaderData<typeof loader>();
  const { t } = useTranslation("people");
  return (
    <Door title={t("signOut.title")} lead={t("signOut.lead")}>
      <p>{t("signIn.already", { name })}</p>
      <Form>
        <FormActions>
          <SubmitButton>{t("signOut.submit")}</SubmitButton>
          <LinkButton to="/" variant="quiet">
            {t("signOut.stay")}
          </LinkButton>
        </FormActions>
      </Form>
    </Door>
  );
}

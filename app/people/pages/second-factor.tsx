import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { open, sessionCookie } from "~/access/index.server";
import { noIndex, pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { localPath } from "~/platform/local-path";
import { Disclosure, ErrorSummary, Form, FormActions, HiddenField, SubmitButton, TextField } from "~/ui";
import { nextStep, wantedPath, withWayBack } from "../entering.server";
import { verifySecondFactor } from "../operations/second-factor.server";
import { Door } from "../parts/door";
import { codeForm } from "../schema";
import { visitorOf } from "../visitor.server";

export const handle = pageHandle({ i18n: "people", title: () => "people:code.title" });
export const meta = noIndex;

/** The first step of the sign-in was made and the second is missing; everybody else does not belong here. */
export const loader = open(async ({ request, visit }) => {
  const wanted = wantedPath(request);
  if (!visit) throw redirect(withWayBack("/prihlaseni", wanted));
  if (visit.secondFactor !== "verify") throw redirect(nextStep(visit.secondFactor, wanted));
  return { wanted };
});

export const action = open(async (args) => {
  const form = await readForm(args.request, codeForm);
  if (!form.ok) return badForm(form.reply);
  const wanted = localPath(form.value.dal);
  const { visit } = args;
  if (!visit) return redirect(withWayBack("/prihlaseni", wanted));
  if (visit.secondFactor !== "verify") return redirect(nextStep(visit.secondFactor, wanted));
  const sessionId = await verifySecondFactor(visit, form.value, visitorOf(args));
  return redirect(wanted, { headers: { "Set-Cookie": sessionCookie(sessionId) } });
});

export default function SecondFactorPage() {
  const { wanted } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("people");
  return (
    <Door
      title={t("code.title")}
      lead={t("code.lead")}
      after={
        <>
          <Disclosure summary={t("code.lost")}>
            <p>{t("code.lostText")}</p>
          </Disclosure>
          <Form method="post" action="/odhlaseni">
            <SubmitButton variant="quiet">{t("code.signOut")}</SubmitButton>
          </Form>
        </>
      }
    >
      <Form state={sent?.form}>
        <ErrorSummary />
        <HiddenField name="dal" value={wanted} />
        <TextField
          name="code"
          label={t("code.label")}
          hint={t("code.hint")}
          width="short"
          code
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
        />
        <FormActions>
          <SubmitButton>{t("code.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </Door>
  );
}

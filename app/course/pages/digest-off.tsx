import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { open } from "~/access/index.server";
import { pageHandle } from "~/page";
import { Form, FormActions, Notice, PageHeader, SubmitButton } from "~/ui";
import { accountOfDigestToken, turnDigestOff } from "../operations/reminders/digest-choice.server";

export const handle = pageHandle({ i18n: "teaching", title: () => "teaching:digestOff.title" });

export const loader = open(async ({ params }) => {
  accountOfDigestToken(params.token ?? "");
  return null;
});

export const action = open(async ({ params, now }) => {
  await turnDigestOff(params.token ?? "", { now });
  return { done: true };
});

/** Reached from the letter without signing in: asks first, because programs open links before people do. */
export default function DigestOff() {
  const done = useActionData<typeof action>()?.done ?? false;
  const { t } = useTranslation("teaching");
  return (
    <>
      <PageHeader title={t("digestOff.title")} lead={done ? undefined : t("digestOff.lead")} />
      {done ? (
        <Notice tone="success" title={t("digestOff.done")}>
          {t("digestOff.back")}
        </Notice>
      ) : (
        <Form id="digest">
          <FormActions>
            <SubmitButton>{t("digestOff.submit")}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </>
  );
}

import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import { ConfirmButton, ErrorSummary, Form, HiddenField, Section, SubmitButton } from "~/ui";
import type { AccountDetail } from "../operations/read-account.server";
import { formOf } from "./form-of";

/** Invitation, blocking and second factor of somebody else's account. */
export function AccountManagement({ person, form }: { person: AccountDetail; form?: FormState }) {
  const { t } = useTranslation("people");
  const { may, state, version } = person;
  const waits = state === "invited" || state === "invitationExpired" || state === "unconfirmed";
  if (!may.manage && !(may.invite && waits)) return null;
  return (
    <Section title={t("person.manage")}>
      <div className="flex flex-wrap items-start gap-3">
        {may.invite && waits && (
          <>
            <Form state={formOf(form, "resend")}>
              <ErrorSummary />
              <HiddenField name="intent" value="resend" />
              <SubmitButton variant="secondary">{t("person.resend")}</SubmitButton>
            </Form>
            <ConfirmButton
              label={t("person.revoke")}
              title={t("person.revokeTitle")}
              text={t("person.revokeText")}
              values={{ intent: "revoke" }}
              state={formOf(form, "revoke")}
            />
          </>
        )}
        {may.manage && person.hasSecondFactor && (
          <ConfirmButton
            label={t("person.resetSecondFactor")}
            title={t("person.resetTitle")}
            text={t("person.resetText")}
            values={{ intent: "resetSecondFactor" }}
            state={formOf(form, "resetSecondFactor")}
          />
        )}
        {may.manage && state !== "disabled" && (
          <ConfirmButton
            label={t("person.disable")}
            title={t("person.disableTitle")}
            text={t("person.disableText")}
            values={{ intent: "disable", version }}
            state={formOf(form, "disable")}
          />
        )}
        {may.manage && state === "disabled" && (
          <Form state={formOf(form, "enable")}>
            <ErrorSummary />
            <HiddenField name="intent" value="enable" />
            <HiddenField name="version" value={version} />
            <SubmitButton variant="secondary">{t("person.enable")}</SubmitButton>
          </Form>
        )}
      </div>
    </Section>
  );
}

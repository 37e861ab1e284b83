import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import {
  ConfirmButton,
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  Section,
  Stack,
  SubmitButton,
  TextArea,
} from "~/ui";
import type { SessionDetail } from "../../operations/supervision/read-session.server";
import { reasonLength } from "../../codes";

interface AnswerSectionProps {
  session: SessionDetail;
  /** Months a reason is kept. */
  months: number;
  /** The reply to this section's form, by what was wanted. */
  form: FormState | undefined;
}

/** An invited person's own answer: comes, or cannot and why. */
export function AnswerSection({ session, months, form }: AnswerSectionProps) {
  const { t } = useTranslation("supervision");
  const { ownState, answerable, attendees } = session;
  const reason = attendees.find((person) => person.reason !== null)?.reason ?? null;
  const said = ownState === "accepted" ? "accepted" : ownState === "declined" ? "declined" : null;
  if (!answerable && said === null) return null;
  return (
    <Section title={t("answer.title")} lead={answerable ? t("answer.lead") : undefined} id="odpoved">
      {said && <p>{t(`answer.${said}`)}</p>}
      {said === "declined" && reason && <p lang="cs">{t("answer.yourReason", { reason })}</p>}
      {answerable && (
        <Stack>
          {ownState !== "accepted" && (
            <Form id="come" state={form?.values.intent === "come" ? form : undefined}>
              <ErrorSummary />
              <HiddenField name="intent" value="come" />
              <FormActions>
                <SubmitButton icon="check">{t("answer.come")}</SubmitButton>
              </FormActions>
            </Form>
          )}
          {ownState !== "declined" && (
            <ConfirmButton
              label={t("answer.decline")}
              title={t("answer.declineTitle")}
              text={t("answer.declineText", { months, unconfirmed: t("unconfirmed") })}
              variant="secondary"
              confirmVariant="primary"
              values={{ intent: "decline" }}
              state={form?.values.intent === "decline" ? form : undefined}
            >
              <TextArea
                name="reason"
                label={t("answer.reason")}
                hint={t("answer.reasonHint")}
                maxLength={reasonLength}
                rows={3}
                lang="cs"
              />
            </ConfirmButton>
          )}
        </Stack>
      )}
    </Section>
  );
}

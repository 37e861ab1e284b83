import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import {
  ConfirmButton,
  DateField,
  ErrorSummary,
  FieldRow,
  Form,
  FormActions,
  formatDayRange,
  HiddenField,
  Section,
  SubmitButton,
  TextArea,
  Timeline,
  useLanguage,
} from "~/ui";
import type { DutyReading, Exemption } from "../../operations/supervision/read-duty.server";
import { reasonLength } from "../../codes";

interface ExemptionsSectionProps {
  reading: Pick<DutyReading, "exemptions" | "mayGrant" | "today">;
  /** Id of the next exemption. */
  id: string;
  form: FormState | undefined;
}

/** Days somebody is freed of the duty: those granted, those taken back, and the form for another. */
export function ExemptionsSection({ reading, id, form }: ExemptionsSectionProps) {
  const { t } = useTranslation("supervision");
  const language = useLanguage();
  const { exemptions, mayGrant, today } = reading;
  const granted = form?.values.intent === "grant" ? form : undefined;
  const text = (exemption: Exemption) => (
    <>
      {exemption.reason && <p lang="cs">{t("exemption.reason", { reason: exemption.reason })}</p>}
      {mayGrant && exemption.revokedAt === null && (
        <ConfirmButton
          label={t("exemption.revoke")}
          title={t("exemption.revokeTitle")}
          text={t("exemption.revokeText")}
          variant="quiet"
          size="sm"
          values={{ intent: "revoke", exemption: exemption.id }}
          state={form?.values.exemption === exemption.id ? form : undefined}
        />
      )}
    </>
  );
  return (
    <Section title={t("exemption.title")}>
      {exemptions.length === 0 ? (
        <p>{t("exemption.none")}</p>
      ) : (
        <Timeline
          label={t("exemption.title")}
          items={exemptions.map((exemption) => ({
            id: exemption.id,
            at: new Date(exemption.grantedAt).toISOString(),
            title: `${formatDayRange(exemption.fromDay, exemption.toDay, language)}${
              exemption.revokedAt ? ` · ${t("exemption.revoked")}` : ""
            }`,
            author: t("exemption.granted", { name: exemption.grantedBy }),
            tone: exemption.revokedAt ? ("neutral" as const) : ("info" as const),
            text: text(exemption),
          }))}
        />
      )}
      {mayGrant && (
        <Form id="exemption" state={granted}>
          <h3>{t("exemption.grant")}</h3>
          <p className="text-muted">{t("exemption.grantLead")}</p>
          <ErrorSummary />
          <HiddenField name="intent" value="grant" />
          <HiddenField name="id" value={String(granted?.values.id ?? id)} />
          <FieldRow>
            <DateField name="from" label={t("exemption.from")} hint={null} defaultValue={today} />
            <DateField name="to" label={t("exemption.to")} hint={null} />
          </FieldRow>
          <TextArea
            name="reason"
            label={t("exemption.reasonLabel")}
            hint={t("exemption.reasonHint")}
            maxLength={reasonLength}
            rows={3}
            lang="cs"
          />
          <FormActions>
            <SubmitButton variant="secondary">{t("exemption.submit")}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </Section>
  );
}

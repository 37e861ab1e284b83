import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import {
  ConfirmButton,
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  Section,
  SubmitButton,
  TextArea,
} from "~/ui";
import type { OwnSession } from "../../operations/teaching/own-calendar.server";

interface ExcuseSectionProps {
  id: string;
  reading: OwnSession;
  form: FormState | undefined;
}

/** An excuse sent ahead, or the way to send one; afterwards only what was sent. */
export function ExcuseSection({ id, reading: { own, excusable }, form }: ExcuseSectionProps) {
  const { t } = useTranslation("teaching");
  const excuse = own?.state === "excused" ? own.excuse : null;
  if (!excusable && !excuse) return null;
  return (
    <Section title={t("excuse.title")} lead={excusable ? t("excuse.lead") : undefined}>
      {!excusable && <p className="written">{excuse}</p>}
      {excusable && (
        <Form state={form} id="excuse">
          <ErrorSummary />
          <HiddenField name="intent" value="excuse" />
          <HiddenField name="id" value={String(form?.values.id ?? id)} />
          <TextArea
            name="text"
            label={t("excuse.text")}
            hint={t("excuse.hint")}
            maxLength={500}
            rows={3}
            defaultValue={excuse}
          />
          <FormActions>
            <SubmitButton>{t(excuse ? "excuse.change" : "excuse.send")}</SubmitButton>
          </FormActions>
        </Form>
      )}
      {excusable && own?.state === "excused" && (
        <ConfirmButton
          label={t("excuse.come")}
          title={t("excuse.comeTitle")}
          text={t("excuse.comeText")}
          variant="quiet"
          confirmVariant="primary"
          values={{ intent: "come" }}
        />
      )}
    </Section>
  );
}

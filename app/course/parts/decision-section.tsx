import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import {
  ConfirmButton,
  ErrorSummary,
  Form,
  FormActions,
  formatDay,
  HiddenField,
  Notice,
  Section,
  Select,
  Stack,
  SubmitButton,
  TextArea,
  useLanguage,
} from "~/ui";
import type { ApplicationReading } from "../operations/read-application.server";
import { formOfIntent } from "./form-of-intent";

/** Admitting, the waiting list, refusing. */
export function DecisionSection({
  application,
  form,
}: {
  application: ApplicationReading;
  form: FormState | undefined;
}) {
  const { t } = useTranslation("course");
  const { id, version, openRuns, conditionsState } = application;
  return (
    <Section title={t("application.decision")}>
      <Stack>
        {conditionsState === "missing" && <Notice>{t("application.needsConditions")}</Notice>}
        {conditionsState === "notMet" && <Notice tone="warning">{t("application.conditionsNotMet")}</Notice>}
        {openRuns.length === 0 ? (
          <Notice>{t("application.noRuns")}</Notice>
        ) : (
          conditionsState !== "notMet" && <PlaceForm application={application} form={form} />
        )}
        <ConfirmButton
          label={t("application.reject")}
          title={t("application.rejectConfirm")}
          text={t("application.rejectText")}
          variant="quiet"
          values={{ intent: "reject", id, version }}
          state={formOfIntent(form, "reject")}
        >
          <TextArea
            name="reason"
            label={t("application.reason")}
            hint={t("application.reasonHint")}
            rows={4}
            maxLength={1000}
          />
        </ConfirmButton>
      </Stack>
    </Section>
  );
}

function PlaceForm({ application, form }: { application: ApplicationReading; form: FormState | undefined }) {
  const { t } = useTranslation("course");
  const { t: recruitment } = useTranslation("recruitment");
  const language = useLanguage();
  const { id, version, state, run, openRuns } = application;
  return (
    <Form state={formOfIntent(form, "admit") ?? formOfIntent(form, "wait")} id="place">
      <ErrorSummary />
      <HiddenField name="id" value={id} />
      <HiddenField name="version" value={version} />
      <Select
        name="run"
        label={t("application.run")}
        empty={t("application.chooseRun")}
        defaultValue={run?.id}
        options={openRuns.map((open) => ({
          value: open.id,
          label: t("application.runOption", { ...open, day: formatDay(open.startsOn, language) }),
        }))}
      />
      <TextArea
        name="reason"
        label={recruitment("decision.reason")}
        hint={recruitment("decision.reasonHint")}
        optional
        rows={3}
        maxLength={1000}
      />
      <FormActions>
        <SubmitButton name="intent" value="admit">
          {t("application.admit")}
        </SubmitButton>
        {(state !== "waiting" || openRuns.length > 1) && (
          <SubmitButton name="intent" value="wait" variant="secondary">
            {t("application.wait")}
          </SubmitButton>
        )}
      </FormActions>
    </Form>
  );
}

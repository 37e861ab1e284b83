import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import {
  DateField,
  Disclosure,
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  Section,
  StatusTag,
  SubmitButton,
  Time,
} from "~/ui";
import type { AccountDetail } from "../operations/read-account.server";
import { formOf } from "./form-of";

export interface TrainingSectionProps {
  person: AccountDetail;
  trainings: NonNullable<AccountDetail["trainings"]>;
  /** Day of the request; a training cannot be later. */
  today: string;
  form?: FormState;
}

/** The monitoring training, which opens the reporting of incidents. */
export function TrainingSection({ person, trainings, today, form }: TrainingSectionProps) {
  const { t } = useTranslation("people");
  const state = formOf(form, "train");
  return (
    <Section title={t("person.training")} lead={t("person.trainingLead")}>
      {trainings.length === 0 ? (
        <StatusTag tone="warning">{t("person.noTraining")}</StatusTag>
      ) : (
        <ul className="stack">
          {trainings.map(({ passedOn, byTest, recordedBy }) => (
            <li key={passedOn}>
              <StatusTag tone="success">{t("person.trained")}</StatusTag> <Time value={passedOn} />
              {byTest && <span className="text-muted"> · {t("person.trainingByTest")}</span>}
              {!byTest && recordedBy && (
                <span className="text-muted"> · {t("person.trainingBy", { name: recordedBy })}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      {person.may.train && (
        <Disclosure summary={t("person.recordTraining")} open={Boolean(state)}>
          <Form state={state}>
            <ErrorSummary labels={{ passedOn: t("person.passedOn") }} />
            <HiddenField name="intent" value="train" />
            <DateField name="passedOn" label={t("person.passedOn")} max={today} defaultValue={today} />
            <FormActions>
              <SubmitButton>{t("person.recordTraining")}</SubmitButton>
            </FormActions>
          </Form>
        </Disclosure>
      )}
    </Section>
  );
}

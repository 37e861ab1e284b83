import { useTranslation } from "react-i18next";
import {
  Disclosure,
  ErrorSummary,
  Fieldset,
  Form,
  FormActions,
  type FormState,
  HiddenField,
  RadioGroup,
  Select,
  SubmitButton,
  TextArea,
} from "~/ui";
import {
  biasIndicators,
  indicatorStates,
  verifications,
  type BiasIndicator,
  type IndicatorState,
  type Verification,
} from "../codebook";
import { evidenceField, lengths, stateField } from "../field-names";
import { optionsOf, sentence, useLabels } from "./labels";

export interface VerificationFormProps {
  /** Id of the decision about to be made. */
  id: string;
  version: number;
  /** The present decision, to begin from. */
  current: Verification;
  indicators: Partial<Record<BiasIndicator, { state: IndicatorState; evidence: string }>>;
  state: FormState | undefined;
}

/** An analyst's judgement: the decision, what it rests on, and why. */
export function VerificationForm({ id, version, current, indicators, state }: VerificationFormProps) {
  const { t } = useTranslation("incidents");
  const labels = useLabels();
  return (
    <Disclosure summary={t("verify.title")} open={state !== undefined}>
      <p className="mb-4">{t("verify.lead")}</p>
      {/* Saved, it is another decision: fields begin from it anew. */}
      <Form key={version} method="post" state={state}>
        <ErrorSummary />
        <HiddenField name="intent" value="verify" />
        <HiddenField name="id" value={id} />
        <HiddenField name="version" value={version} />
        <RadioGroup
          name="verification"
          label={t("verify.verification")}
          options={optionsOf(verifications, labels.verification, labels.verificationHint)}
          defaultValue={current}
        />
        <Fieldset legend={t("verify.indicators")} hint={t("verify.indicatorsHint")}>
          {biasIndicators.map((code) => (
            <fieldset key={code} className="grid gap-3 border-t border-line pt-4">
              <legend className="float-start w-full font-semibold">
                {sentence(labels.indicator(code))}
                <span className="block text-sm font-normal text-ink-soft">{labels.indicatorHint(code)}</span>
              </legend>
              <Select
                name={stateField(code)}
                label={t("verify.state")}
                options={optionsOf(indicatorStates, labels.indicatorState)}
                defaultValue={indicators[code]?.state ?? "UNKNOWN"}
                empty={false}
                width="medium"
              />
              <TextArea
                name={evidenceField(code)}
                label={t("verify.evidence")}
                defaultValue={indicators[code]?.evidence}
                rows={2}
                optional
              />
            </fieldset>
          ))}
        </Fieldset>
        <TextArea
          name="reason"
          label={t("verify.reason")}
          hint={t("verify.reasonHint")}
          rows={3}
          maxLength={lengths.reason}
        />
        <FormActions>
          <SubmitButton>{t("verify.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}

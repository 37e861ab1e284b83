import { useTranslation } from "react-i18next";
import {
  CheckboxGroup,
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
  biasBases,
  biasMotivations,
  channels,
  incidentForms,
  places,
  victimTypes,
  type BiasBasis,
  type BiasMotivation,
  type Channel,
  type IncidentForm,
  type PlaceKind,
  type VictimType,
} from "../codebook";
import { basisField, lengths } from "../field-names";
import { optionsOf, sentence, useLabels } from "./labels";

export interface CodingFormProps {
  /** Id of the coding about to be made. */
  id: string;
  version: number;
  current: {
    forms: IncidentForm[];
    channel: Channel | null;
    placeKind: PlaceKind | null;
    motivations: BiasMotivation[];
    basis: Partial<Record<BiasMotivation, BiasBasis>>;
    victimType: VictimType | null;
  };
  state: FormState | undefined;
}

/** Corrects an incident's codes, with the reason why. */
export function CodingForm({ id, version, current, state }: CodingFormProps) {
  const { t } = useTranslation("incidents");
  const labels = useLabels();
  const bases = [
    ...biasBases.map((code) => ({ value: code as string, label: sentence(t(`coding.basisOption.${code}`)) })),
    { value: "UNSAID", label: sentence(t("coding.unsaid")) },
  ];
  return (
    <Disclosure summary={t("coding.title")} open={state !== undefined}>
      <p className="mb-4">{t("coding.lead")}</p>
      <Form key={version} method="post" state={state}>
        <ErrorSummary />
        <HiddenField name="intent" value="code" />
        <HiddenField name="id" value={id} />
        <HiddenField name="version" value={version} />
        <CheckboxGroup
          name="forms"
          label={t("detail.forms")}
          options={optionsOf(incidentForms, labels.form, labels.formHint)}
          defaultValue={current.forms}
        />
        <RadioGroup
          name="channel"
          label={t("detail.channel")}
          options={optionsOf(channels, labels.channel)}
          defaultValue={current.channel}
          inline
        />
        <Fieldset legend={t("coding.motivations")} hint={t("coding.motivationsHint")}>
          {biasMotivations.map((code) => (
            <Select
              key={code}
              name={basisField(code)}
              label={sentence(labels.motivation(code))}
              options={bases}
              empty={sentence(t("coding.none"))}
              defaultValue={current.motivations.includes(code) ? (current.basis[code] ?? "UNSAID") : ""}
              width="medium"
            />
          ))}
        </Fieldset>
        <Select
          name="placeKind"
          label={t("detail.placeKind")}
          options={optionsOf(places, labels.place)}
          defaultValue={current.placeKind}
          width="medium"
        />
        <Select
          name="victimType"
          label={t("detail.victimType")}
          options={optionsOf(victimTypes, labels.victimType)}
          defaultValue={current.victimType}
          width="medium"
        />
        <TextArea name="reason" label={t("coding.reason")} rows={3} maxLength={lengths.reason} />
        <FormActions>
          <SubmitButton>{t("coding.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}

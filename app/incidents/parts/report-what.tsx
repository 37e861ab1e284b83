import { useTranslation } from "react-i18next";
import { CheckboxGroup, Fieldset, RadioGroup, TextArea } from "~/ui";
import { biasBases, biasMotivations, channels, incidentForms } from "../codebook";
import { lengths } from "../field-names";
import { optionsOf, twoColumns, useLabels } from "./labels";

export function WhatSection() {
  const { t } = useTranslation("incidents");
  return (
    <Fieldset legend={t("report.what.legend")}>
      <TextArea
        name="story"
        label={t("report.what.story")}
        hint={t("report.what.storyHint")}
        rows={9}
        className="[&_textarea]:min-h-48"
        maxLength={lengths.story}
      />
    </Fieldset>
  );
}

export function HowSection() {
  const { t } = useTranslation("incidents");
  const labels = useLabels();
  return (
    <Fieldset legend={t("report.what.how")}>
      <CheckboxGroup
        name="forms"
        className={twoColumns}
        label={t("report.what.forms")}
        hint={t("report.what.formsHint")}
        options={optionsOf(incidentForms, labels.form, labels.formHint)}
      />
      <RadioGroup
        name="channel"
        label={t("report.what.channel")}
        options={optionsOf(channels, labels.channel)}
        inline
      />
    </Fieldset>
  );
}

export function WhySection() {
  const { t } = useTranslation("incidents");
  const labels = useLabels();
  return (
    <Fieldset legend={t("report.why.legend")}>
      <CheckboxGroup
        name="biasMotivations"
        label={t("report.why.motivations")}
        hint={t("report.why.motivationsHint")}
        options={optionsOf(biasMotivations, labels.motivation)}
        inline
      />
      <RadioGroup
        name="biasBasis"
        label={t("report.why.basis")}
        options={[
          ...biasBases.map((code) => ({ value: code, label: t(`report.why.basisOption.${code}`) })),
          { value: "", label: t("report.why.basisOption.unknown") },
        ]}
        defaultValue=""
        optional
      />
    </Fieldset>
  );
}

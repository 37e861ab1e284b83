import { useTranslation } from "react-i18next";
import { Fieldset, RadioGroup, TextArea } from "~/ui";
import { victimTypes } from "../codebook";
import { lengths } from "../field-names";
import { optionsOf, sentence, twoColumns, useLabels } from "./labels";

export function WhoSection() {
  const { t } = useTranslation("incidents");
  const labels = useLabels();
  return (
    <Fieldset legend={t("report.who.legend")}>
      <RadioGroup
        name="victimType"
        className={twoColumns}
        label={t("report.who.victimType")}
        options={optionsOf(victimTypes, labels.victimType, labels.victimTypeHint)}
      />
      <RadioGroup
        name="injured"
        label={t("report.who.injured")}
        options={(["yes", "no", "unknown"] as const).map((value) => ({
          value,
          label: sentence(t(`report.who.injuredOption.${value}`)),
        }))}
        inline
      />
      <TextArea
        name="harm"
        label={t("report.who.harm")}
        hint={t("report.who.harmHint")}
        rows={3}
        maxLength={lengths.harm}
        optional
      />
      <RadioGroup
        name="helpNeeded"
        label={t("report.who.helpNeeded")}
        options={[
          { value: "yes", label: t("report.who.helpYes"), hint: t("report.who.helpYesHint") },
          { value: "no", label: t("report.who.helpNo") },
        ]}
      />
      <TextArea
        name="help"
        label={t("report.who.help")}
        hint={t("report.who.helpHint")}
        rows={3}
        maxLength={lengths.note}
        optional
      />
    </Fieldset>
  );
}

import { useTranslation } from "react-i18next";
import { DateField, FieldRow, Fieldset, RadioGroup, TimeField } from "~/ui";
import { timePrecisions } from "../codebook";

export function WhenSection({ today }: { today: string }) {
  const { t } = useTranslation("incidents");
  return (
    <Fieldset legend={t("report.when.legend")}>
      <RadioGroup
        name="timePrecision"
        label={t("report.when.precision")}
        options={timePrecisions.map((code) => ({
          value: code,
          label: t(`report.when.precisionOption.${code}`),
        }))}
        inline
      />
      <FieldRow>
        <DateField name="day" label={t("report.when.day")} hint={t("report.when.dayHint")} max={today} />
        <TimeField name="time" label={t("report.when.time")} hint={t("report.when.timeHint")} optional />
      </FieldRow>
    </Fieldset>
  );
}

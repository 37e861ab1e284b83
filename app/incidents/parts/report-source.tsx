import { useTranslation } from "react-i18next";
import { Checkbox, Fieldset, RadioGroup, Select } from "~/ui";
import { sources } from "../codebook";
import { optionsOf, twoColumns, useLabels } from "./labels";

export function SourceSection({ offices }: { offices: { id: string; name: string }[] }) {
  const { t } = useTranslation("incidents");
  const labels = useLabels();
  return (
    <>
      <Fieldset legend={t("report.source.legend")}>
        <RadioGroup
          name="source"
          className={twoColumns}
          label={t("report.source.source")}
          options={optionsOf(sources, labels.source, labels.sourceHint)}
        />
      </Fieldset>
      <Fieldset legend={t("report.source.concerns")} hint={t("report.source.concernsHint")}>
        <div className="grid gap-2">
          <Checkbox name="concernsPolice" label={t("report.source.police")} optional />
          <Checkbox name="concernsOffice" label={t("report.source.office")} optional />
        </div>
        <Select
          name="concernsOrganisationId"
          label={t("report.source.organisation")}
          hint={t("report.source.organisationHint")}
          empty={t("report.source.organisationEmpty")}
          options={offices.map(({ id, name }) => ({ value: id, label: name }))}
          width="medium"
          optional
        />
      </Fieldset>
    </>
  );
}

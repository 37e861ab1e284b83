import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DISTRICTS } from "~/platform/geo/region";
import type { Place } from "~/platform/geo/types";
import { Combobox, Fieldset, type FormState, Select, TextArea } from "~/ui";
import { geoPrecisions, places } from "../codebook";
import { lengths } from "../field-names";
import { optionsOf, useLabels } from "./labels";
import { PointFields } from "./point-fields";

export function WhereSection({ state }: { state: FormState | undefined }) {
  const { t } = useTranslation("incidents");
  const labels = useLabels();
  const [municipality, setMunicipality] = useState<Place | null>(null);
  return (
    <Fieldset legend={t("report.where.legend")}>
      <Combobox
        name="municipality"
        valueName="municipalityCode"
        source="/mapa/obce"
        label={t("report.where.municipality")}
        hint={t("report.where.municipalityHint")}
        onChoose={(option) => setMunicipality(placeOf(option))}
        width="medium"
      />
      <Select
        name="district"
        label={t("report.where.district")}
        hint={t("report.where.districtHint")}
        empty={t("report.where.districtEmpty")}
        options={DISTRICTS.map(({ code, name }) => ({ value: code, label: name }))}
        width="medium"
        optional
      />
      <Select
        name="placeKind"
        label={t("report.where.kind")}
        options={optionsOf(places, labels.place)}
        width="medium"
      />
      <TextArea
        name="placeNote"
        label={t("report.where.note")}
        hint={t("report.where.noteHint")}
        rows={2}
        maxLength={lengths.note}
        optional
      />
      <PointFields near={municipality} state={state} />
      <Select
        name="geoPrecision"
        label={t("report.where.precision")}
        options={optionsOf(geoPrecisions, labels.geoPrecision)}
        defaultValue="MUNICIPALITY"
        empty={false}
        width="medium"
      />
    </Fieldset>
  );
}

/** The search answers with the municipality's place beside its name. */
function placeOf(option: object | null): Place | null {
  if (!option || !("lat" in option) || !("lon" in option)) return null;
  const { lat, lon } = option;
  return typeof lat === "number" && typeof lon === "number" ? { lat, lon } : null;
}

import { Link, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DISTRICTS } from "~/platform/geo/region";
import { Checkbox, DateField, FilterBar, HiddenField, Notice, Select } from "~/ui";
import { biasMotivations, incidentForms, verifications } from "../codebook";
import { activeFilters, queryOf } from "../rules/filter-query";
import type { IncidentFilters } from "../schema";
import { optionsOf, useLabels } from "./labels";

export interface IncidentFilterBarProps {
  filters: IncidentFilters;
  /** Name of the municipality the filters hold. */
  municipality: string | null;
  /** Offers to show only one's own reports. */
  offerMine: boolean;
}

/** The same filters over the list and the map; all of them are in the address. */
export function IncidentFilterBar({ filters, municipality, offerMine }: IncidentFilterBarProps) {
  const { t } = useTranslation("incidents");
  const labels = useLabels();
  const { pathname } = useLocation();
  return (
    <>
      <FilterBar
        // The fields keep what was typed; other filters in the address need other fields.
        key={queryOf(filters)}
        active={activeFilters(filters)}
        reset={pathname}
      >
        {filters.obec && <HiddenField name="obec" value={filters.obec} />}
        <DateField name="od" label={t("filter.from")} hint={null} defaultValue={filters.od} width="full" />
        <DateField name="do" label={t("filter.to")} hint={null} defaultValue={filters.do} width="full" />
        <Select
          name="forma"
          label={t("filter.form")}
          empty={t("filter.anyForm")}
          options={optionsOf(incidentForms, labels.form)}
          defaultValue={filters.forma}
        />
        <Select
          name="motivace"
          label={t("filter.motivation")}
          empty={t("filter.anyMotivation")}
          options={optionsOf(biasMotivations, labels.motivation)}
          defaultValue={filters.motivace}
        />
        <Select
          name="okres"
          label={t("filter.district")}
          empty={t("filter.anyDistrict")}
          options={DISTRICTS.map(({ code, name }) => ({ value: code, label: name }))}
          defaultValue={filters.okres}
        />
        <Select
          name="overeni"
          label={t("filter.verification")}
          empty={t("filter.anyVerification")}
          options={optionsOf(verifications, labels.verification)}
          defaultValue={filters.overeni}
        />
        {offerMine && (
          <Checkbox
            name="moje"
            value="1"
            label={t("filter.mine")}
            defaultChecked={filters.moje === "1"}
            optional
          />
        )}
      </FilterBar>
      {municipality && (
        <div className="mb-5">
          <Notice
            title={t("filter.municipality", { name: municipality })}
            action={
              <Link to={`${pathname}${queryOf({ ...filters, obec: undefined })}`}>
                {t("filter.municipalityOff")}
              </Link>
            }
          />
        </div>
      )}
    </>
  );
}

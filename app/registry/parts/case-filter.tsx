import { useTranslation } from "react-i18next";
import { FilterBar, HiddenField, Select, TextField } from "~/ui";
import type { FilterOption } from "../operations/list-filter-options.server";
import { filterAddress, filterCount, type CaseFilter } from "../rules/list-filter";
import { caseStates, clientTypes } from "../codes";

interface CaseFilterBarProps {
  filter: CaseFilter;
  centres: FilterOption[];
  mentors: FilterOption[];
  /** A mentor's own short list needs no choice of mentors. */
  full: boolean;
}

/** What the list of cases can be narrowed by; the address holds it. */
export function CaseFilterBar({ filter, centres, mentors, full }: CaseFilterBarProps) {
  const { t } = useTranslation("registry");
  const options = (list: FilterOption[]) => list.map(({ id, label }) => ({ value: id, label }));
  const { report } = filter;
  return (
    <FilterBar
      key={filterAddress(filter)}
      reset={filterAddress({ report })}
      active={filterCount({ ...filter, report: null })}
      search={<TextField name="hledat" type="search" label={t("list.search")} defaultValue={filter.search} />}
    >
      {report && (
        <>
          <HiddenField name="vykaz" value={`${report.from}_${report.to}`} />
          <HiddenField name="ukazatel" value={report.successfulOnly ? "successful" : "clients"} />
        </>
      )}
      <Select
        name="stav"
        label={t("list.state")}
        empty={t("list.anyState")}
        defaultValue={filter.state}
        options={(["open", ...caseStates] as const).map((state) => ({
          value: state,
          label: t(`state.${state}`),
        }))}
      />
      <Select
        name="typ"
        label={t("list.type")}
        empty={t("list.anyType")}
        defaultValue={filter.type}
        options={clientTypes.map((type) => ({ value: type, label: t(`type.${type}`) }))}
      />
      {full && (
        <>
          <Select
            name="stredisko"
            label={t("list.centre")}
            empty={t("list.anyCentre")}
            defaultValue={filter.centreId}
            options={options(centres)}
          />
          <Select
            name="mentor"
            label={t("list.mentor")}
            empty={t("list.anyMentor")}
            defaultValue={filter.mentorId}
            options={options(mentors)}
          />
        </>
      )}
      <Select
        name="hodnoceni"
        label={t("list.due")}
        empty={t("list.anyDue")}
        defaultValue={filter.due}
        options={[
          { value: "overdue", label: t("list.dueOverdue") },
          { value: "soon", label: t("list.dueSoon") },
        ]}
      />
    </FilterBar>
  );
}

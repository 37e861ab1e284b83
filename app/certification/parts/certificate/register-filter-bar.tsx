import { useTranslation } from "react-i18next";
import { FilterBar, Select, TextField } from "~/ui";
import { registerStates } from "../../codes";

interface RegisterFilterBarProps {
  query: { hledat: string; stav: string; beh: string; rok: string };
  runs: { id: string; name: string }[];
  years: number[];
  /** How many filters besides the search are on. */
  active: number;
  filtered: boolean;
}

/** Search and filters of the register; they are in the address. */
export function RegisterFilterBar({ query, runs, years, active, filtered }: RegisterFilterBarProps) {
  const { t } = useTranslation("certification");
  return (
    <FilterBar
      reset="/osvedceni"
      active={filtered ? Math.max(1, active) : 0}
      search={
        <TextField
          name="hledat"
          type="search"
          label={t("register.search")}
          defaultValue={query.hledat}
          autoComplete="off"
        />
      }
    >
      <Select
        name="stav"
        label={t("register.stateLabel")}
        empty={false}
        defaultValue={query.stav}
        options={registerStates.map((value) => ({ value, label: t(`register.states.${value}`) }))}
      />
      <Select
        name="beh"
        label={t("register.run")}
        empty={t("register.allRuns")}
        defaultValue={query.beh}
        options={runs.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        name="rok"
        label={t("register.year")}
        empty={t("register.allYears")}
        defaultValue={query.rok}
        options={years.map((year) => ({ value: String(year), label: String(year) }))}
      />
    </FilterBar>
  );
}

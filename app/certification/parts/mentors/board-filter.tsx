import { useTranslation } from "react-i18next";
import { regionCodes } from "~/platform/region-codes";
import { FilterBar, Select, TextField } from "~/ui";
import type { MentorFilter } from "../../mentor-schema";
import { mentorStates } from "../../rules/mentors/standing";

/** The address of the board as it is filtered; what is not filtered by is left out. */
export function boardAddress({ hledat, stav, kraj, razeni }: MentorFilter, path = "/mentori"): string {
  const parts: [string, string | false | undefined][] = [
    ["hledat", hledat],
    ["stav", stav !== "working" && stav],
    ["kraj", kraj],
    ["razeni", razeni !== "urgency" && razeni],
  ];
  const search = new URLSearchParams(parts.flatMap(([name, value]) => (value ? [[name, value]] : [])));
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

const orders = ["urgency", "name", "cases"] as const;

/** What the board can be narrowed by; the address holds it. */
export function BoardFilter({
  filter,
  regions,
}: {
  filter: MentorFilter;
  regions: readonly (string | null)[];
}) {
  const { t } = useTranslation("mentors");
  const { t: common } = useTranslation("common");
  const { hledat, stav, kraj, razeni } = filter;
  const active = [hledat !== "", stav !== "working", kraj !== undefined, razeni !== "urgency"];
  return (
    <FilterBar
      key={boardAddress(filter)}
      reset="/mentori"
      active={active.filter(Boolean).length}
      search={
        <TextField
          name="hledat"
          type="search"
          label={t("board.search")}
          defaultValue={hledat}
          autoComplete="off"
        />
      }
    >
      <Select
        name="stav"
        label={t("board.state")}
        empty={false}
        defaultValue={stav}
        options={(["working", "all", ...mentorStates] as const).map((value) => ({
          value,
          label: t(`state.${value}`),
        }))}
      />
      {regions.length > 1 && (
        <Select
          name="kraj"
          label={t("board.region")}
          empty={t("board.anyRegion")}
          defaultValue={kraj ?? ""}
          options={regionCodes
            .filter((code) => regions.includes(code))
            .map((value) => ({ value, label: common(`region.${value}`) }))}
        />
      )}
      <Select
        name="razeni"
        label={t("board.order")}
        empty={false}
        defaultValue={razeni}
        options={orders.map((value) => ({ value, label: t(`board.orders.${value}`) }))}
      />
    </FilterBar>
  );
}

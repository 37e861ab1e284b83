import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Disclosure, formatNumber, useLanguage } from "~/ui";
import { queryOf } from "../rules/filter-query";
import type { MunicipalityTally, Tallies } from "../rules/tallies";
import type { IncidentFilters } from "../schema";
import { useIncidentWords } from "./incident-words";
import { sentence } from "./labels";

const FIRST = 12;

/** The map as a list: each municipality with its number leads to its incidents. */
export function MunicipalityList({ overview, filters }: { overview: Tallies; filters: IncidentFilters }) {
  const { t } = useTranslation("incidents");
  const { municipalities, elsewhere, total } = overview;
  if (total === 0) return <p>{t("map.empty")}</p>;
  const rest = municipalities.slice(FIRST);
  return (
    <>
      <Rows municipalities={municipalities.slice(0, FIRST)} filters={filters} />
      {rest.length > 0 && (
        <Disclosure summary={t("map.moreMunicipalities")}>
          <Rows municipalities={rest} filters={filters} />
        </Disclosure>
      )}
      {elsewhere > 0 && (
        <p className="mt-3 text-sm text-ink-soft">{t("map.elsewhere", { count: elsewhere })}</p>
      )}
    </>
  );
}

function Rows({
  municipalities,
  filters,
}: {
  municipalities: MunicipalityTally[];
  filters: IncidentFilters;
}) {
  const words = useIncidentWords();
  const language = useLanguage();
  return (
    <ul className="divide-y divide-line">
      {municipalities.map(({ code, name, districtCode, count }) => (
        <li key={code} className="flex items-center justify-between gap-3">
          <Link
            to={`/incidenty${queryOf({ ...filters, obec: code })}`}
            className="flex min-h-11 min-w-0 flex-1 items-center"
          >
            {sentence(words.where({ municipality: name, districtCode }))}
          </Link>
          <span className="font-semibold tabular-nums">{formatNumber(count, language)}</span>
        </li>
      ))}
    </ul>
  );
}

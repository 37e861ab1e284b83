import { useLoaderData } from "@remix-run/react";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { LinkButton, MapFrame, MapPlaceholder, PageHeader } from "~/ui";
import { readOverview } from "../operations/incident-overview.server";
import { municipalityName } from "../operations/municipality-name.server";
import { IncidentFilterBar } from "../parts/filter-fields";
import { ClusterMap } from "../parts/lazy-maps";
import { MapLegend } from "../parts/map-legend";
import { MunicipalityList } from "../parts/municipality-list";
import { OverviewNumbers } from "../parts/overview-numbers";
import { queryOf } from "../rules/filter-query";
import { filtersOf } from "../schema";

export const handle = pageHandle({
  i18n: "incidents",
  title: () => "incidents:map.title",
  breadcrumbs: () => [{ text: "incidents:list.title", to: "/incidenty" }, { text: "incidents:map.title" }],
  wide: true,
});

export const loader = guarded("incident:map", async ({ actor, request }) => {
  const filters = filtersOf(new URL(request.url).searchParams);
  const exact = actor.scopes("incident:story").some(({ kind }) => kind !== "own");
  const [overview, municipality] = await Promise.all([
    readOverview(actor, filters),
    municipalityName(filters.obec),
  ]);
  return { ...overview, filters, municipality, exact, mayReport: actor.can("incident:report") };
});

export default function IncidentMapPage() {
  const { t } = useTranslation("incidents");
  const { overview, filters, municipality, schematic, exact, mayReport } = useLoaderData<typeof loader>();
  const query = queryOf(filters).slice(1);
  return (
    <>
      <PageHeader
        title={t("map.title")}
        lead={exact ? t("map.lead") : `${t("map.lead")} ${t("map.leadCoarse")}`}
        actions={
          <LinkButton to={`/incidenty${queryOf(filters)}`} variant="secondary">
            {t("map.toList")}
          </LinkButton>
        }
      />
      <IncidentFilterBar filters={filters} municipality={municipality} offerMine={mayReport} />
      <MapFrame
        title={t("map.mapLabel")}
        titleHidden
        height="lg"
        note={schematic ? t("map.schematic") : undefined}
        legend={<MapLegend exact={exact} />}
        list={<MunicipalityList overview={overview} filters={filters} />}
      >
        <Suspense fallback={<MapPlaceholder />}>
          <ClusterMap label={t("map.mapLabel")} query={query} />
        </Suspense>
      </MapFrame>
      <OverviewNumbers overview={overview} filters={filters} />
    </>
  );
}

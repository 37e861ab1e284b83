import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { EmptyState, LinkButton, PageHeader, Pagination } from "~/ui";
import { listIncidents } from "../operations/list-incidents.server";
import { municipalityName } from "../operations/municipality-name.server";
import { IncidentFilterBar } from "../parts/filter-fields";
import { IncidentTable } from "../parts/incident-table";
import { activeFilters, queryOf } from "../rules/filter-query";
import { trainingLink } from "../rules/monitoring-training";
import { filtersOf } from "../schema";

export const handle = pageHandle({
  i18n: "incidents",
  title: () => "incidents:list.title",
  breadcrumbs: () => [{ text: "incidents:list.title" }],
});

export const loader = guarded("incident:list", async ({ actor, request }) => {
  const { searchParams } = new URL(request.url);
  const filters = filtersOf(searchParams);
  const page = Number.parseInt(searchParams.get("strana") ?? "1", 10) || 1;
  const ownOnly = actor.scopes("incident:list").every(({ kind }) => kind === "own");
  return {
    ...(await listIncidents(actor, filters, { page })),
    filters,
    municipality: await municipalityName(filters.obec),
    ownOnly,
    mayReport: actor.can("incident:report"),
    mayMap: actor.can("incident:map"),
  };
});

export default function IncidentsPage() {
  const { t } = useTranslation("incidents");
  const data = useLoaderData<typeof loader>();
  const { incidents, total, page, pages, filters, ownOnly, mayReport, mayMap } = data;
  const filtered = activeFilters(filters) > 0;
  return (
    <>
      <PageHeader
        title={t("list.title")}
        lead={ownOnly ? t("list.leadOwn") : t("list.leadAll")}
        actions={
          <>
            {mayMap && (
              <LinkButton to={`/incidenty/mapa${queryOf(filters)}`} variant="secondary" icon="map">
                {t("list.map")}
              </LinkButton>
            )}
            {mayReport && (
              <LinkButton to={trainingLink} variant="quiet">
                {t("course.title")}
              </LinkButton>
            )}
            {mayReport && (
              <LinkButton to="/incidenty/nahlasit" icon="plus">
                {t("list.report")}
              </LinkButton>
            )}
          </>
        }
      />
      {(total > 0 || filtered) && (
        <IncidentFilterBar
          filters={filters}
          municipality={data.municipality}
          offerMine={mayReport && !ownOnly}
        />
      )}
      <IncidentTable
        incidents={incidents}
        empty={
          <EmptyState
            title={t("list.empty")}
            text={filtered || !mayReport ? t("list.emptyFiltered") : t("list.emptyOwn")}
          />
        }
      />
      <Pagination
        page={page}
        pages={pages}
        href={(number) => `/incidenty${queryOf(filters, number > 1 ? { strana: number } : {})}`}
        summary={total > 0 ? t("list.summary", { count: total }) : undefined}
      />
    </>
  );
}

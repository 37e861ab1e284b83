import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { regionCodes } from "~/platform/region-codes";
import {
  DataTable,
  EmptyState,
  FilterBar,
  PageHeader,
  Pagination,
  Section,
  Select,
  TextField,
  Time,
} from "~/ui";
import { listApplications, type ApplicationListItem } from "../operations/list-applications.server";
import { applicationsByTown } from "../operations/recruitment/towns.server";
import { TownTable } from "../parts/recruitment/town-table";
import { ApplicationStateTag } from "../parts/state-tags";
import { applicationListQuery } from "../schema";

export const handle = pageHandle({
  i18n: ["course", "recruitment"],
  title: () => "course:applications.title",
});

export const loader = guarded("application:list", async ({ actor, request }) => {
  const query = applicationListQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const everywhere = actor.scopes("application:list").some(({ kind }) => kind === "all");
  const list = await listApplications(actor, {
    state: query.stav,
    regionCode: query.kraj,
    town: query.obec,
    page: query.strana,
  });
  return { ...list, towns: await applicationsByTown(actor), query, everywhere };
});

const states = ["open", "submitted", "waiting", "admitted", "rejected", "withdrawn", "all"] as const;

export default function Applications() {
  const { items, total, pages, towns, query, everywhere } = useLoaderData<typeof loader>();
  const { t } = useTranslation("course");
  const { t: recruitment } = useTranslation("recruitment");
  const { t: common } = useTranslation("common");
  const pageLink = (page: number) => {
    const search = new URLSearchParams({ stav: query.stav, strana: String(page) });
    if (query.kraj) search.set("kraj", query.kraj);
    if (query.obec) search.set("obec", query.obec);
    return `/prihlasky?${search}`;
  };
  return (
    <>
      <PageHeader title={t("applications.title")} lead={t("applications.lead")} />
      <FilterBar
        reset="/prihlasky"
        active={(query.stav === "open" ? 0 : 1) + (query.kraj ? 1 : 0) + (query.obec ? 1 : 0)}
      >
        <Select
          name="stav"
          label={t("applications.filterState")}
          defaultValue={query.stav}
          options={states.map((value) => ({ value, label: t(`applicationState.${value}`) }))}
        />
        <TextField name="obec" label={recruitment("towns.filter")} defaultValue={query.obec} maxLength={80} />
        {everywhere && (
          <Select
            name="kraj"
            label={t("applications.filterRegion")}
            defaultValue={query.kraj ?? ""}
            empty={t("applications.allRegions")}
            options={regionCodes.map((value) => ({ value, label: common(`region.${value}`) }))}
          />
        )}
      </FilterBar>
      <DataTable<ApplicationListItem>
        caption={t("applications.caption")}
        captionHidden
        rows={items}
        rowKey={({ id }) => id}
        rowLink={({ id }) => `/prihlasky/${id}`}
        empty={<EmptyState title={t("applications.empty")} text={t("applications.emptyText")} />}
        columns={[
          { key: "name", header: t("applications.name"), cell: ({ name }) => name, phone: "title" },
          { key: "town", header: t("applications.town"), cell: ({ town }) => town },
          {
            key: "submitted",
            header: t("applications.submitted"),
            cell: ({ submittedAt }) => <Time value={submittedAt} />,
          },
          {
            key: "state",
            header: t("applications.state"),
            cell: ({ state }) => <ApplicationStateTag state={state} />,
          },
          {
            key: "run",
            header: t("applications.run"),
            cell: ({ runName, waitingPosition }) =>
              runName === null ? (
                "–"
              ) : (
                <>
                  {runName}
                  {waitingPosition !== null &&
                    `, ${t("applications.position", { position: waitingPosition })}`}
                </>
              ),
          },
        ]}
      />
      <Pagination
        page={query.strana}
        pages={pages}
        href={pageLink}
        summary={t("applications.count", { count: total })}
      />
      <Section title={recruitment("towns.title")} lead={recruitment("towns.leadAll")}>
        <TownTable
          towns={towns}
          link={(town) => `/prihlasky?${new URLSearchParams({ stav: "all", obec: town })}`}
        />
      </Section>
    </>
  );
}

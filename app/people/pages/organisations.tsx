import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { regionCodes } from "~/platform/region-codes";
import {
  Checkbox,
  DataTable,
  EmptyState,
  FilterBar,
  LinkButton,
  PageHeader,
  Select,
  StatusTag,
  TextField,
} from "~/ui";
import { listOrganisations } from "../operations/manage-organisations.server";
import { useRegionName } from "../parts/held-role";
import { organisationKinds } from "../codes";
import { organisationFilter } from "../schema";

export const handle = pageHandle({
  i18n: "people",
  title: () => "people:organisations.title",
  breadcrumbs: () => [{ text: "people:organisations.title" }],
});

export const loader = guarded("organisation:list", async ({ actor, request }) => {
  const filter = organisationFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  return { filter, rows: await listOrganisations(filter), mayManage: actor.can("organisation:manage") };
});

export default function OrganisationsPage() {
  const { filter, rows, mayManage } = useLoaderData<typeof loader>();
  const { t } = useTranslation("people");
  const region = useRegionName();
  const active = Object.values(filter).filter(Boolean).length;
  const add = (
    <LinkButton to="/organizace/nova" icon="plus">
      {t("organisations.add")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t("organisations.title")}
        lead={t("organisations.lead")}
        actions={mayManage && add}
      />
      <FilterBar
        reset="/organizace"
        active={active}
        search={
          <TextField
            name="q"
            type="search"
            label={t("organisations.search")}
            defaultValue={filter.q}
            autoComplete="off"
          />
        }
      >
        <Select
          name="druh"
          label={t("organisations.kind")}
          empty={t("organisations.anyKind")}
          defaultValue={filter.druh}
          options={organisationKinds.map((kind) => ({ value: kind, label: t(`organisationKind.${kind}`) }))}
        />
        <Select
          name="kraj"
          label={t("organisations.region")}
          empty={t("organisations.anyRegion")}
          defaultValue={filter.kraj}
          options={regionCodes.map((code) => ({ value: code, label: region(code) }))}
        />
        <Checkbox
          name="uzavrene"
          label={t("organisations.showClosed")}
          defaultChecked={filter.uzavrene}
          optional
        />
      </FilterBar>
      <DataTable
        caption={t("organisations.caption")}
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        rowLink={({ id }) => `/organizace/${id}`}
        columns={[
          { key: "name", header: t("organisations.name"), phone: "title", cell: ({ name }) => name },
          { key: "kind", header: t("organisations.kind"), cell: ({ kind }) => t(`organisationKind.${kind}`) },
          { key: "town", header: t("organisations.town"), cell: ({ town }) => town ?? "–" },
          { key: "region", header: t("organisations.region"), cell: ({ regionCode }) => region(regionCode) },
          { key: "people", header: t("organisations.people"), numeric: true, cell: ({ people }) => people },
          {
            key: "state",
            header: t("organisations.state"),
            cell: ({ closedAt }) => (
              <StatusTag tone={closedAt ? "neutral" : "success"}>
                {t(closedAt ? "organisations.closed" : "organisations.open")}
              </StatusTag>
            ),
          },
        ]}
        empty={
          active > 0 ? (
            <EmptyState title={t("organisations.emptyTitle")} text={t("organisations.emptyText")} />
          ) : (
            <EmptyState
              title={t("organisations.emptyTitle")}
              text={t("organisations.firstText")}
              action={mayManage && add}
            />
          )
        }
      />
    </>
  );
}

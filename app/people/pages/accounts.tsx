import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { roles } from "~/access/roles";
import { pageHandle } from "~/page";
import { regionCodes } from "~/platform/region-codes";
import {
  type Column,
  DataTable,
  EmptyState,
  FilterBar,
  LinkButton,
  PageHeader,
  Pagination,
  Select,
  TextField,
  Time,
} from "~/ui";
import { type AccountRow, listAccounts } from "../operations/list-accounts.server";
import { organisationsOfKind } from "../operations/organisations.server";
import { EmailText } from "../parts/email-text";
import { HeldRole, useRegionName } from "../parts/held-role";
import { AccountStateTag } from "../parts/state-tag";
import { accountStates } from "../rules/account-state";
import { organisationKinds } from "../codes";
import { accountFilter } from "../schema";

export const handle = pageHandle({
  i18n: "people",
  title: () => "people:list.title",
  breadcrumbs: () => [{ text: "people:list.title" }],
});

export const loader = guarded(["account:list", "monitoring:train"], async ({ actor, request, now }) => {
  const filter = accountFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  const [list, organisations] = await Promise.all([
    listAccounts(actor, filter, { now }),
    organisationsOfKind(organisationKinds, { includeClosed: true }),
  ]);
  return {
    list,
    filter,
    organisations: organisations.map(({ id, name }) => ({ value: id, label: name })),
    may: {
      invite: actor.can("account:invite"),
      listAll: actor.can("account:list"),
      train: actor.can("monitoring:train"),
    },
  };
});

export default function AccountsPage() {
  const { list, filter, organisations, may } = useLoaderData<typeof loader>();
  const { t } = useTranslation("people");
  const { t: common } = useTranslation("common");
  const region = useRegionName();
  const columns = useColumns(may);
  const { strana: _, ...kept } = filter;
  const active = Object.values(kept).filter(Boolean).length;
  return (
    <>
      <PageHeader
        title={t("list.title")}
        lead={t(may.listAll ? "list.lead" : "list.leadReporters")}
        actions={
          may.invite && (
            <LinkButton to="/lide/pozvat" icon="plus">
              {t("list.invite")}
            </LinkButton>
          )
        }
      />
      <FilterBar
        reset="/lide"
        active={active}
        search={
          <TextField
            name="q"
            type="search"
            label={may.listAll ? t("list.search") : t("list.name")}
            defaultValue={filter.q}
            autoComplete="off"
          />
        }
      >
        <Select
          name="role"
          label={t("list.filterRole")}
          empty={t("list.any")}
          defaultValue={filter.role}
          options={roles.map((role) => ({ value: role, label: common(`role.${role}`) }))}
        />
        <Select
          name="organizace"
          label={t("list.filterOrganisation")}
          empty={t("list.any")}
          defaultValue={filter.organizace}
          options={organisations}
        />
        <Select
          name="kraj"
          label={t("list.filterRegion")}
          empty={t("list.any")}
          defaultValue={filter.kraj}
          options={regionCodes.map((code) => ({ value: code, label: region(code) }))}
        />
        <Select
          name="stav"
          label={t("list.filterState")}
          empty={t("list.any")}
          defaultValue={filter.stav}
          options={accountStates.map((state) => ({ value: state, label: t(`accountState.${state}`) }))}
        />
        {may.train && (
          <Select
            name="skoleni"
            label={t("list.trained")}
            empty={t("list.any")}
            defaultValue={filter.skoleni}
            options={[
              { value: "ano", label: common("yes") },
              { value: "ne", label: common("no") },
            ]}
          />
        )}
      </FilterBar>
      <DataTable
        caption={t("list.caption")}
        captionHidden
        columns={columns}
        rows={list.rows}
        rowKey={({ id }) => id}
        rowLink={({ id }) => `/lide/${id}`}
        empty={
          <EmptyState
            title={t("list.emptyTitle")}
            text={t("list.emptyText")}
            action={
              <LinkButton to="/lide" variant="secondary">
                {t("list.emptyReset")}
              </LinkButton>
            }
          />
        }
      />
      <Pagination
        page={list.page}
        pages={list.pages}
        summary={t("list.count", { count: list.total })}
        href={(page) => `/lide?${query({ ...kept, strana: String(page) })}`}
      />
    </>
  );
}

function useColumns(may: { listAll: boolean; train: boolean }): Column<AccountRow>[] {
  const { t } = useTranslation("people");
  return [
    { key: "name", header: t("list.name"), phone: "title", cell: ({ name }) => name },
    {
      key: "roles",
      header: t("list.roles"),
      cell: ({ roles: held }) => (
        <ul>
          {held.map((role, index) => (
            <li key={index}>
              <HeldRole {...role} />
            </li>
          ))}
        </ul>
      ),
    },
    ...(may.listAll
      ? [
          {
            key: "email",
            header: t("list.email"),
            cell: ({ email }: AccountRow) => <EmailText>{email ?? ""}</EmailText>,
          },
        ]
      : []),
    { key: "state", header: t("list.state"), cell: ({ state }) => <AccountStateTag state={state} /> },
    ...(may.train
      ? [
          {
            key: "trained",
            header: t("list.trained"),
            cell: ({ trainedOn, isReporter }: AccountRow) =>
              trainedOn ? <Time value={trainedOn} /> : isReporter ? t("list.notTrained") : "–",
          },
        ]
      : []),
  ];
}

function query(values: Record<string, string | undefined>): string {
  const kept = Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return new URLSearchParams(kept).toString();
}

import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import {
  DataTable,
  EmptyState,
  FilterBar,
  formatDay,
  PageHeader,
  Pagination,
  Select,
  StatusTag,
  TextField,
  Time,
  useLanguage,
} from "~/ui";
import { listCertificates } from "../operations/certificates.server";
import { registerStates } from "../codes";
import { registerFilter } from "../schema";

export const handle = pageHandle({ i18n: "certification", title: () => "certification:register.title" });

export const loader = guarded("certificate:read", async ({ actor, request }) => {
  const filter = registerFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  const list = await listCertificates(actor, {
    search: filter.hledat,
    state: filter.stav,
    page: filter.strana,
  });
  return { ...list, filter, mayList: actor.can("certificate:list") };
});

/** Issued certificates: the whole register for those who keep it, one's own for everybody else. */
export default function Register() {
  const { t } = useTranslation("certification");
  const language = useLanguage();
  const { rows, total, page, pages, filter, mayList } = useLoaderData<typeof loader>();
  const filtered = filter.hledat !== "" || filter.stav !== "all";
  const href = (number: number) =>
    `/osvedceni?${new URLSearchParams({ hledat: filter.hledat, stav: filter.stav, strana: String(number) })}`;
  return (
    <>
      <PageHeader title={t("register.title")} lead={t(mayList ? "register.lead" : "register.leadOwn")} />
      {mayList && (total > 0 || filtered) && (
        <FilterBar
          reset="/osvedceni"
          active={filtered ? 1 : 0}
          search={
            <TextField
              name="hledat"
              type="search"
              label={t("register.search")}
              defaultValue={filter.hledat}
              autoComplete="off"
            />
          }
        >
          <Select
            name="stav"
            label={t("register.stateLabel")}
            empty={false}
            defaultValue={filter.stav}
            options={registerStates.map((value) => ({ value, label: t(`register.states.${value}`) }))}
          />
        </FilterBar>
      )}
      <DataTable
        caption={t("register.caption")}
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        rowLink={({ id }) => `/osvedceni/${id}`}
        empty={
          filtered ? (
            <EmptyState title={t("register.noneTitle")} text={t("register.noneText")} />
          ) : (
            <EmptyState
              title={t("register.emptyTitle")}
              text={t(mayList ? "register.emptyText" : "register.emptyOwn")}
            />
          )
        }
        columns={[
          { key: "number", header: t("register.number"), cell: ({ number }) => number },
          { key: "name", header: t("register.name"), cell: ({ name }) => name, phone: "title" },
          { key: "run", header: t("register.run"), cell: ({ runName }) => runName },
          { key: "issued", header: t("register.issued"), cell: ({ issuedOn }) => <Time value={issuedOn} /> },
          {
            key: "state",
            header: t("register.state"),
            cell: ({ revokedOn }) =>
              revokedOn ? (
                <StatusTag tone="danger">
                  {t("register.revoked", { day: formatDay(revokedOn, language) })}
                </StatusTag>
              ) : (
                <StatusTag tone="success">{t("register.valid")}</StatusTag>
              ),
          },
        ]}
      />
      <Pagination page={page} pages={pages} href={href} summary={t("register.count", { count: total })} />
    </>
  );
}

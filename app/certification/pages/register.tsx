import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { ButtonGroup, EmptyState, LinkButton, PageHeader, Pagination, PrintButton } from "~/ui";
import { readRegister } from "../operations/certificate/register.server";
import { ExportBox } from "../parts/certificate/export-box";
import { RegisterFilterBar } from "../parts/certificate/register-filter-bar";
import { RegisterTable } from "../parts/certificate/register-table";
import { registerFilter } from "../schema";

export const handle = pageHandle({ i18n: "certification", title: () => "certification:register.title" });

export const loader = guarded("certificate:read", async ({ actor, request }) => {
  const filter = registerFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  return {
    ...(await readRegister(actor, filter)),
    filter,
    mayList: actor.can("certificate:list"),
    mayTemplate: actor.can("template:manage"),
  };
});

/** Issued certificates: the whole register for those who keep it, one's own for everybody else. */
export default function Register() {
  const { t } = useTranslation("certification");
  const { rows, total, page, pages, runs, years, filter, mayList, mayTemplate } =
    useLoaderData<typeof loader>();
  const { hledat, stav, beh, rok, tisk } = filter;
  const active = [stav !== "all", beh !== "", rok !== ""].filter(Boolean).length;
  const filtered = hledat !== "" || active > 0;
  const query = { hledat, stav, beh, rok };
  const href = (number: number) => `/osvedceni?${new URLSearchParams({ ...query, strana: String(number) })}`;
  return (
    <>
      <PageHeader
        title={t("register.title")}
        lead={t(mayList ? "register.lead" : "register.leadOwn")}
        actions={
          <ButtonGroup>
            {mayTemplate && (
              <LinkButton to="/osvedceni/sablona" variant="secondary" icon="settings">
                {t("template.title")}
              </LinkButton>
            )}
            {mayList && tisk && <PrintButton>{t("register.print")}</PrintButton>}
            {mayList && !tisk && total > 0 && (
              <LinkButton
                to={`/osvedceni?${new URLSearchParams({ ...query, tisk: "1" })}`}
                variant="quiet"
                icon="print"
              >
                {t("register.toPrint")}
              </LinkButton>
            )}
          </ButtonGroup>
        }
      />
      {mayList && (total > 0 || filtered) && (
        <RegisterFilterBar query={query} runs={runs} years={years} active={active} filtered={filtered} />
      )}
      <RegisterTable
        rows={rows}
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
      />
      <Pagination page={page} pages={pages} href={href} summary={t("register.count", { count: total })} />
      {mayList && total > 0 && <ExportBox query={query} />}
    </>
  );
}

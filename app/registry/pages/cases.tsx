import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import {
  EmptyState,
  formatDayRange,
  LinkButton,
  Notice,
  PageHeader,
  Pagination,
  Stack,
  useLanguage,
} from "~/ui";
import { filterOptions } from "../operations/list-filter-options.server";
import { casesOnPage, listCases } from "../operations/list-cases.server";
import { CaseFilterBar } from "../parts/case-filter";
import { CaseTable } from "../parts/case-table";
import { filterAddress, filterCount, readFilter } from "../rules/list-filter";

export const handle = pageHandle({ i18n: ["registry", "mentors"], title: () => "registry:list.title" });

export const loader = guarded("case:list", async ({ actor, request, now }) => {
  const filter = readFilter(new URL(request.url).searchParams);
  const list = await listCases(actor, filter, { now });
  return {
    ...list,
    ...(await filterOptions(actor)),
    filter: { ...filter, page: list.page },
    perPage: casesOnPage,
    mayRefer: actor.can("case:refer"),
    mayReport: actor.can("report:read"),
    forMentor: !actor.scopes("case:list").some(({ kind }) => kind !== "assigned"),
  };
});

export default function Cases() {
  const { rows, total, page, pages, perPage, filter, centres, mentors, mayRefer, mayReport, forMentor } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation("registry");
  const language = useLanguage();
  const { report } = filter;
  const narrowed = filterCount(filter) > 0;
  const from = (page - 1) * perPage + 1;
  return (
    <>
      <PageHeader
        title={
          report
            ? t(report.successfulOnly ? "list.report.successful" : "list.report.clients")
            : t("list.title")
        }
        lead={forMentor ? t("list.mentorLead") : t(narrowed ? "list.found" : "list.lead", { count: total })}
        actions={
          mayRefer && (
            <LinkButton to="/pripady/doporucit" icon="plus">
              {t("list.refer")}
            </LinkButton>
          )
        }
      />
      <Stack>
        {report && (
          <Notice
            action={
              mayReport && (
                <Link to={`/vykazy?od=${report.from}&do=${report.to}`}>{t("list.report.back")}</Link>
              )
            }
          >
            <p>{t("list.report.text", { period: formatDayRange(report.from, report.to, language) })}</p>
          </Notice>
        )}
        {(narrowed || total > (forMentor ? perPage / 2 : 0)) && (
          <CaseFilterBar filter={filter} centres={centres} mentors={mentors} full={!forMentor} />
        )}
        {total === 0 ? (
          <EmptyState
            title={t(narrowed ? "list.noMatch" : "list.empty")}
            text={t(
              narrowed
                ? "list.noMatchText"
                : forMentor
                  ? "list.emptyMentor"
                  : mayRefer
                    ? "list.emptyOfficer"
                    : "list.emptyOther",
            )}
          />
        ) : (
          <>
            <CaseTable rows={rows} forMentor={forMentor} oneCentre={centres.length <= 1} />
            <Pagination
              page={page}
              pages={pages}
              href={(to) => filterAddress({ ...filter, page: to })}
              summary={t("list.position", { from, to: from + rows.length - 1, total })}
            />
          </>
        )}
      </Stack>
    </>
  );
}

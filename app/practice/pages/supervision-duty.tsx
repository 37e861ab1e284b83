import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import {
  FilterBar,
  Grid,
  LinkButton,
  PageHeader,
  Pagination,
  Select,
  Stack,
  StatTile,
  TextField,
} from "~/ui";
import { listDuty } from "../operations/supervision/duty-list.server";
import { supervisionSettings } from "../operations/supervision/supervision-settings.server";
import { DutyTable } from "../parts/supervision/duty-table";
import { dutyStates } from "../rules/supervision/duty-clock";
import { readDutyFilter, writeDutyFilter } from "../rules/supervision/duty-filter";
import { personKinds } from "../supervision-codes";

const pageSize = 50;

export const handle = pageHandle({
  i18n: "supervision",
  title: () => "supervision:duty.title",
  breadcrumbs: () => [{ text: "supervision:title", to: "/supervize" }, { text: "supervision:duty.title" }],
});

export const loader = guarded(
  ["supervision:oversee", "supervision:record"],
  async ({ actor, request, now }) => {
    const search = new URL(request.url).searchParams;
    const filter = readDutyFilter(search);
    const { rows, counts, total } = await listDuty(actor, filter, now);
    const { everyMonths } = await supervisionSettings();
    const pages = Math.max(1, Math.ceil(rows.length / pageSize));
    const wanted = Number(search.get("strana") ?? 1);
    const page = Math.min(Math.max(1, Number.isInteger(wanted) ? wanted : 1), pages);
    const shown = rows.slice((page - 1) * pageSize, page * pageSize);
    return { rows: shown, counts, total, filter, months: everyMonths, page, pages };
  },
);

/** Everybody's supervision in one list: the last, the next deadline, gaps and exemptions. */
export default function SupervisionDuty() {
  const { t } = useTranslation("supervision");
  const { rows, counts, total, filter, months, page, pages } = useLoaderData<typeof loader>();
  const address = writeDutyFilter(filter);
  const active = Number(filter.kind !== null) + Number(filter.state !== null) + Number(filter.search !== "");
  return (
    <>
      <PageHeader
        title={t("duty.title")}
        lead={t("duty.lead", { months })}
        actions={
          total > 0 && (
            <LinkButton
              to={`/supervize/povinnost.csv${address && `?${address}`}`}
              variant="secondary"
              icon="download"
              reloadDocument
            >
              {t("duty.download")}
            </LinkButton>
          )
        }
      />
      <Stack>
        <Grid min="sm">
          {dutyStates
            .filter((state) => state !== "none")
            .map((state) => (
              <StatTile
                key={state}
                label={t(`duty.state.${state}`)}
                value={counts[state] ?? 0}
                to={`/supervize/povinnost?stav=${state}`}
              />
            ))}
        </Grid>
        <FilterBar
          active={active}
          reset="/supervize/povinnost"
          search={<TextField name="hledat" label={t("duty.filter.search")} defaultValue={filter.search} />}
        >
          <Select
            name="kdo"
            label={t("duty.filter.kind")}
            empty={t("duty.filter.everybody")}
            defaultValue={filter.kind}
            options={personKinds.map((value) => ({ value, label: t(`duty.filter.${value}`) }))}
          />
          <Select
            name="stav"
            label={t("duty.filter.state")}
            empty={t("duty.filter.anyState")}
            defaultValue={filter.state}
            options={dutyStates.map((value) => ({ value, label: t(`duty.state.${value}`) }))}
          />
        </FilterBar>
        <DutyTable rows={rows} />
        <Pagination
          page={page}
          pages={pages}
          href={(number) => `/supervize/povinnost?${address && `${address}&`}strana=${number}`}
        />
        <p className="text-muted">{t("duty.rule")}</p>
      </Stack>
    </>
  );
}

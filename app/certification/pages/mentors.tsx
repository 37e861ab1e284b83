import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { EmptyState, Grid, LinkButton, PageHeader, PrintButton, Section, Stack, StatTile } from "~/ui";
import { readBoard } from "../operations/mentors/board.server";
import { BoardFilter, boardAddress } from "../parts/mentors/board-filter";
import { BoardTable } from "../parts/mentors/board-table";
import { mentorFilter } from "../mentor-schema";
import { mentorStates } from "../rules/mentors/standing";

export const handle = pageHandle({ i18n: "mentors", title: () => "mentors:board.title", wide: true });

export const loader = guarded("mentor:list", async ({ actor, request, now }) => {
  const filter = mentorFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  return { ...(await readBoard(actor, filter, { now })), filter };
});

/** The coordinator's board of mentors: who can get a client, whose deadline is near, who needs a decision. */
export default function Mentors() {
  const { rows, counts, total, regions, filter } = useLoaderData<typeof loader>();
  const { t } = useTranslation("mentors");
  const { t: common } = useTranslation("common");
  const shown = regions.filter((region) => rows.some(({ regionCode }) => regionCode === region));
  const nameOf = (region: string | null) =>
    region === null ? t("board.unknownRegion") : common(`region.${region}` as "region.CZ042");
  return (
    <>
      <PageHeader
        title={t("board.title")}
        lead={t("board.lead")}
        actions={
          <>
            <LinkButton
              to={boardAddress(filter, "/mentori/csv")}
              icon="download"
              variant="secondary"
              reloadDocument
            >
              {t("board.export")}
            </LinkButton>
            <PrintButton>{t("board.print")}</PrintButton>
          </>
        }
      />
      {total === 0 ? (
        <EmptyState title={t("board.empty")} text={t("board.emptyText")} />
      ) : (
        <Stack>
          <section aria-label={t("board.countsLabel")}>
            <Grid min="sm">
              {mentorStates.map((state) => (
                <StatTile
                  key={state}
                  label={t(`state.${state}`)}
                  value={counts[state]}
                  to={boardAddress({ ...filter, stav: state })}
                />
              ))}
            </Grid>
          </section>
          <BoardFilter filter={filter} regions={regions} />
          <p role="status">{t("board.shown", { count: rows.length })}</p>
          {rows.length === 0 && <EmptyState title={t("board.none")} text={t("board.noneText")} />}
          {shown.map((region) => (
            <Section key={region ?? "none"} title={nameOf(region)}>
              <BoardTable
                caption={t("board.caption", { region: nameOf(region) })}
                rows={rows.filter(({ regionCode }) => regionCode === region)}
              />
            </Section>
          ))}
        </Stack>
      )}
    </>
  );
}

import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import {
  ButtonGroup,
  DataTable,
  EmptyState,
  formatDayRange,
  LinkButton,
  PageHeader,
  useLanguage,
} from "~/ui";
import { listRuns, type RunListItem } from "../operations/list-runs.server";
import { RunStateTag } from "../parts/state-tags";

export const handle = pageHandle({ i18n: ["course", "overview"], title: () => "course:runs.title" });

export const loader = guarded("run:list", async ({ actor }) => ({
  runs: await listRuns(actor),
  manages: actor.can("run:manage"),
}));

export default function Runs() {
  const { runs, manages } = useLoaderData<typeof loader>();
  const { t } = useTranslation("course");
  const { t: overview } = useTranslation("overview");
  const language = useLanguage();
  return (
    <>
      <PageHeader
        title={t("runs.title")}
        lead={t("runs.lead")}
        actions={
          <ButtonGroup>
            {manages && (
              <LinkButton to="/behy/novy" icon="plus">
                {t("runs.new")}
              </LinkButton>
            )}
            {runs.length > 1 && (
              <LinkButton to="/behy/srovnani" variant="secondary">
                {overview("compare.link")}
              </LinkButton>
            )}
          </ButtonGroup>
        }
      />
      <DataTable<RunListItem>
        caption={t("runs.caption")}
        captionHidden
        rows={runs}
        rowKey={({ id }) => id}
        rowLink={({ id }) => `/behy/${id}`}
        empty={
          <EmptyState title={t("runs.empty")} text={t(manages ? "runs.emptyManage" : "runs.emptyText")} />
        }
        columns={[
          { key: "name", header: t("runs.name"), cell: ({ name }) => name, phone: "title" },
          {
            key: "town",
            header: t("runs.town"),
            cell: ({ town, otherTowns }) => [town, ...otherTowns].join(", "),
          },
          {
            key: "when",
            header: t("runs.when"),
            cell: ({ startsOn, endsOn }) => formatDayRange(startsOn, endsOn, language),
          },
          { key: "state", header: t("runs.state"), cell: ({ state }) => <RunStateTag state={state} /> },
          {
            key: "places",
            header: t("runs.places"),
            cell: ({ taken, places }) => t("runs.placesOf", { taken, places }),
          },
          { key: "waiting", header: t("runs.waiting"), numeric: true, cell: ({ waiting }) => waiting },
          {
            key: "graduates",
            header: t("runs.graduates"),
            cell: ({ graduates, graduateGoal: goal }) => t("runs.graduatesOf", { graduates, goal }),
          },
        ]}
      />
    </>
  );
}

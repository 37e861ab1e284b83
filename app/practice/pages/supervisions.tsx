import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { formatTime } from "~/platform/days";
import {
  DataTable,
  EmptyState,
  formatMinutesAsHours,
  formatTimeOfDay,
  LinkButton,
  PageHeader,
  Pagination,
  Time,
  useLanguage,
} from "~/ui";
import { listSupervisions } from "../operations/supervisions.server";

export const handle = pageHandle({ i18n: "practice", title: () => "practice:supervision.title" });

export const loader = guarded("supervision:list", async ({ actor, request }) => {
  const page = Number(new URL(request.url).searchParams.get("strana") ?? 1);
  const list = await listSupervisions(actor, Number.isInteger(page) ? page : 1);
  return { ...list, mayRecord: actor.can("supervision:record") };
});

/** Sessions one led, attended or oversees. */
export default function Supervisions() {
  const { t } = useTranslation("practice");
  const language = useLanguage();
  const { rows, page, pages, mayRecord } = useLoaderData<typeof loader>();
  const record = mayRecord && (
    <LinkButton to="/supervize/nova" icon="plus">
      {t("supervision.record")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("supervision.title")} lead={t("supervision.lead")} actions={record || undefined} />
      <DataTable
        caption={t("supervision.caption")}
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        rowLink={({ id }) => `/supervize/${id}`}
        empty={<EmptyState title={t("supervision.emptyTitle")} text={t("supervision.emptyText")} />}
        columns={[
          {
            key: "day",
            header: t("supervision.day"),
            cell: ({ day }) => <Time value={day} />,
            phone: "title",
          },
          {
            key: "time",
            header: t("supervision.time"),
            cell: ({ startMinute }) => formatTimeOfDay(formatTime(startMinute), language),
          },
          {
            key: "length",
            header: t("supervision.length"),
            cell: ({ minutes }) => formatMinutesAsHours(minutes),
            numeric: true,
          },
          { key: "town", header: t("supervision.town"), cell: ({ town }) => town },
          { key: "form", header: t("supervision.form"), cell: ({ form }) => t(`supervision.forms.${form}`) },
          { key: "run", header: t("supervision.run"), cell: ({ runName }) => runName ?? "–" },
          {
            key: "supervisor",
            header: t("supervision.supervisor"),
            cell: ({ supervisorName }) => supervisorName,
            phone: mayRecord ? "hidden" : undefined,
          },
          { key: "present", header: t("supervision.present"), cell: ({ present }) => present, numeric: true },
        ]}
      />
      <Pagination page={page} pages={pages} href={(number) => `/supervize?strana=${number}`} />
    </>
  );
}

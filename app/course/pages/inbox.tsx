import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { DataTable, EmptyState, PageHeader, Pagination, StatusTag, Time } from "~/ui";
import { readInbox, type InboxItem } from "../operations/overview/inbox.server";
import { readPage } from "../rules/overview/page-number";

export const handle = pageHandle({ i18n: "overview", title: () => "overview:messages.title" });

export const loader = guarded("message:read", ({ actor, request }) =>
  readInbox(actor, { page: readPage(new URL(request.url).searchParams) }),
);

/** What trainers and coordinators wrote to a trainee. */
export default function Inbox() {
  const { items, total, unread, page, pages } = useLoaderData<typeof loader>();
  const { t } = useTranslation("overview");
  return (
    <>
      <PageHeader
        title={t("messages.title")}
        lead={unread > 0 ? t("messages.unreadCount", { count: unread }) : t("messages.lead")}
      />
      <DataTable<InboxItem>
        caption={t("messages.title")}
        captionHidden
        rows={items}
        rowKey={({ id }) => id}
        rowLink={({ id }) => `/zpravy/${id}`}
        empty={<EmptyState title={t("messages.empty")} text={t("messages.emptyText")} />}
        columns={[
          {
            key: "subject",
            header: t("messages.subject"),
            phone: "title",
            cell: ({ subject, read }) => (read ? subject : <strong>{subject}</strong>),
          },
          {
            key: "state",
            header: t("messages.state"),
            cell: ({ read }) =>
              read ? t("messages.wasRead") : <StatusTag tone="info">{t("messages.unread")}</StatusTag>,
          },
          { key: "from", header: t("messages.from"), cell: ({ sender }) => sender },
          {
            key: "to",
            header: t("messages.to"),
            cell: ({ toAll, runName }) =>
              toAll ? t("messages.toRun", { name: runName }) : t("messages.toYou"),
          },
          { key: "sent", header: t("messages.when"), cell: ({ sentAt }) => <Time value={sentAt} /> },
        ]}
      />
      <Pagination
        page={page}
        pages={pages}
        summary={t("messages.count", { count: total })}
        href={(to) => `/zpravy?strana=${to}`}
      />
    </>
  );
}

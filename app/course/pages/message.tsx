import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { Card, LinkButton, PageHeader, Time } from "~/ui";
import { readMessage } from "../operations/overview/inbox.server";
import "../parts/course.css";

type PageData = ReturnType<typeof useLoaderData<typeof loader>>;

export const handle = pageHandle<PageData | undefined>({
  i18n: "overview",
  title: (message) => message?.subject ?? "",
  breadcrumbs: (message) => [
    { text: "overview:messages.title", to: "/zpravy" },
    { text: message?.subject ?? "" },
  ],
});

export const loader = guarded("message:read", ({ actor, params, now }) =>
  readMessage(actor, params.id, { now }),
);

/** One message; opening it marks it as read. */
export default function MessagePage() {
  const { subject, text, sender, runName, toAll, sentAt } = useLoaderData<typeof loader>();
  const { t } = useTranslation("overview");
  return (
    <>
      <PageHeader
        eyebrow={toAll ? t("messages.toRun", { name: runName }) : t("messages.toYou")}
        title={subject}
        lead={
          <>
            {sender}, <Time value={sentAt} />
          </>
        }
      />
      <Card
        footer={
          <LinkButton to="/zpravy" variant="secondary">
            {t("messages.back")}
          </LinkButton>
        }
      >
        <p className="written">{text}</p>
      </Card>
    </>
  );
}

import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { ButtonGroup, EmptyState, LinkButton, Notice, PageHeader, Section } from "~/ui";
import { listSessions } from "../operations/teaching/list-sessions.server";
import { SessionTable } from "../parts/teaching/session-table";
import { StandingTable } from "../parts/teaching/standing-table";
import { runCredits } from "../rules/run-states";
import "../parts/teaching/teaching.css";

export const handle = pageHandle<PageData>({
  i18n: ["teaching", "course"],
  title: () => "teaching:list.title",
  breadcrumbs: ({ run }) => [
    { text: "course:runs.title", to: "/behy" },
    { text: run.name, to: `/behy/${run.id}` },
    { text: "teaching:list.title" },
  ],
});

type PageData = ReturnType<typeof useLoaderData<typeof loader>>;

export const loader = guarded("theory:credit", async ({ actor, params, now }) =>
  listSessions(actor, params.id ?? "", { now }),
);

/** Teaching in person of a run: what is to come, what was held, and everybody's attendance. */
export default function InPersonSessions() {
  const { run, coming, past, cancelled, trainees } = useLoaderData<typeof loader>();
  const { t } = useTranslation("teaching");
  const closed = run.state === "closed";
  return (
    <>
      <PageHeader
        eyebrow={run.name}
        title={t("list.title")}
        lead={t("list.lead")}
        actions={
          closed ? undefined : (
            <ButtonGroup>
              <LinkButton to={`/behy/${run.id}/vyuka/nova`} icon="plus">
                {t("list.plan")}
              </LinkButton>
              {runCredits(run.state) && (
                <LinkButton to={`/behy/${run.id}/vyuka/zapis`} variant="secondary">
                  {t("list.record")}
                </LinkButton>
              )}
            </ButtonGroup>
          )
        }
      />
      {closed && <Notice>{t("list.closed")}</Notice>}
      <Section title={t("list.coming")}>
        {coming.length === 0 ? (
          <EmptyState level={3} title={t("list.noneComing")} />
        ) : (
          <SessionTable caption={t("list.coming")} sessions={coming} />
        )}
      </Section>
      <Section title={t("list.past")}>
        {past.length === 0 ? (
          <EmptyState level={3} title={t("list.nonePast")} />
        ) : (
          <SessionTable caption={t("list.past")} sessions={past} />
        )}
      </Section>
      {trainees.length > 0 && (
        <Section title={t("standing.title")} lead={t("standing.lead")}>
          <StandingTable trainees={trainees} />
        </Section>
      )}
      {cancelled.length > 0 && (
        <Section title={t("list.cancelled")}>
          <SessionTable caption={t("list.cancelled")} sessions={cancelled} />
        </Section>
      )}
    </>
  );
}

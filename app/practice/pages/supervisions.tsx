import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded, type Actor } from "~/access/index.server";
import { pageHandle } from "~/page";
import { ButtonGroup, EmptyState, LinkButton, PageHeader, Pagination, Section } from "~/ui";
import { listSupervisions } from "../operations/supervision/list-sessions.server";
import { readOwnDuty } from "../operations/supervision/read-duty.server";
import { supervisionSettings } from "../operations/supervision/supervision-settings.server";
import { OwnDuty } from "../parts/supervision/own-duty";
import { SessionTable } from "../parts/supervision/session-table";

export const handle = pageHandle({ i18n: "supervision", title: () => "supervision:title" });

export const loader = guarded("supervision:list", async ({ actor, request, now }) => {
  const page = Number(new URL(request.url).searchParams.get("strana") ?? 1);
  const list = await listSupervisions(actor, Number.isInteger(page) ? page : 1, now);
  const { everyMonths } = await supervisionSettings();
  return {
    ...list,
    duties: await readOwnDuty(actor, now),
    months: everyMonths,
    mayRecord: actor.can("supervision:record"),
    seesDuty: actor.can("supervision:record") || actor.can("supervision:oversee"),
    ownOnly: leadsOnly(actor),
    oversees:
      actor.can("supervision:record") || actor.scopes("supervision:list").some(({ kind }) => kind !== "own"),
  };
});

/** Somebody who only leads sessions: nobody else's are in the lists. */
function leadsOnly(actor: Actor): boolean {
  return actor.roles.every(({ role }) => role === "supervisor");
}

/** Sessions one led, was asked to or oversees, and one's own next deadline. */
export default function Supervisions() {
  const { t } = useTranslation("supervision");
  const { coming, past, page, pages, duties, months, mayRecord, seesDuty, oversees, ownOnly } =
    useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          (mayRecord || seesDuty) && (
            <ButtonGroup>
              {mayRecord && (
                <LinkButton to="/supervize/nova" icon="plus">
                  {t("list.plan")}
                </LinkButton>
              )}
              {mayRecord && (
                <LinkButton to="/supervize/zapis" variant="secondary" icon="edit">
                  {t("list.record")}
                </LinkButton>
              )}
              {seesDuty && (
                <LinkButton to="/supervize/povinnost" variant="secondary" icon="clock">
                  {t("list.duty")}
                </LinkButton>
              )}
            </ButtonGroup>
          )
        }
      />
      <OwnDuty duties={duties} months={months} />
      <Section title={t("list.coming")}>
        <SessionTable
          caption={t("list.comingCaption")}
          rows={coming}
          oversees={oversees}
          ownOnly={ownOnly}
          empty={
            <EmptyState
              level={3}
              title={t("list.noneComing")}
              text={t(mayRecord ? "list.noneComingOwn" : "list.noneComingText")}
            />
          }
        />
      </Section>
      <Section title={t("list.past")}>
        <SessionTable
          caption={t("list.pastCaption")}
          rows={past}
          oversees={oversees}
          ownOnly={ownOnly}
          empty={<EmptyState level={3} title={t("list.nonePast")} text={t("list.nonePastText")} />}
        />
        <Pagination page={page} pages={pages} href={(number) => `/supervize?strana=${number}`} />
      </Section>
    </>
  );
}

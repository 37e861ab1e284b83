import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { ButtonGroup, LinkButton, PageHeader, Section } from "~/ui";
import { changeRunState, endEnrolment, setRunTrainers } from "../operations/change-run.server";
import { readRunTable } from "../operations/overview/run-table.server";
import { readRun } from "../operations/read-run.server";
import { ForecastWords } from "../parts/overview/forecast-words";
import { RunTable } from "../parts/overview/run-table";
import { RunFactsList } from "../parts/run-facts";
import { RunManagement } from "../parts/recruitment/run-management";
import { RunStateTag } from "../parts/state-tags";
import { readTableView } from "../rules/overview/table-order";
import { runForm } from "../schema";
import "../parts/course.css";
import "../parts/overview/overview.css";

export const handle = pageHandle<PageData>({
  i18n: ["course", "recruitment", "overview"],
  title: ({ reading }) => reading.run.name,
  breadcrumbs: ({ reading }) => [{ text: "course:runs.title", to: "/behy" }, { text: reading.run.name }],
});

type PageData = ReturnType<typeof useLoaderData<typeof loader>>;

export const loader = guarded("run:read", async ({ actor, params, request, now }) => {
  const reading = await readRun(actor, params.id ?? "", { now });
  const view = readTableView(new URL(request.url).searchParams);
  return {
    reading,
    table: await readRunTable(actor, { runId: reading.run.id, view }, { now }),
    examines: actor.can("exam:record"),
    guides: actor.can("guide:assign"),
    writes: actor.can("message:send"),
    exports: actor.can("run:export"),
    certifies: actor.can("certificate:issue"),
  };
});

export const action = guarded("run:manage", async ({ actor, params, request, now }) => {
  const form = await readForm(request, runForm);
  if (!form.ok) return badForm(form.reply);
  const id = params.id ?? "";
  const { value } = form;
  const done = (text: string) => redirectWithToast(`/behy/${id}`, { kind: "success", text });
  switch (value.intent) {
    case "state":
      await changeRunState(actor, { ...value, id }, { now });
      return done("course:toast.runChanged");
    case "trainers":
      await setRunTrainers(actor, { ...value, id }, { now });
      return done("course:toast.trainersSaved");
    case "leave":
      await endEnrolment(actor, { ...value, run: id }, { now });
      return done("course:toast.left");
  }
});

export default function Run() {
  const { reading, table, examines, guides, writes, exports, certifies } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { t } = useTranslation("course");
  const { t: overview } = useTranslation("overview");
  const { run, waiting, mayCredit } = reading;
  return (
    <>
      <PageHeader
        title={run.name}
        status={<RunStateTag state={run.state} />}
        actions={
          <ButtonGroup>
            {mayCredit && <LinkButton to={`/behy/${run.id}/vyuka`}>{t("run.teach")}</LinkButton>}
            {examines && (run.state === "exams" || run.state === "running") && (
              <LinkButton to={`/behy/${run.id}/zkouska`} variant="secondary">
                {t("run.exam")}
              </LinkButton>
            )}
            {guides && (
              <LinkButton to={`/behy/${run.id}/pruvodci`} variant="secondary">
                {t("run.guides")}
              </LinkButton>
            )}
            {certifies && run.state !== "planned" && run.state !== "recruiting" && (
              <LinkButton to={`/behy/${run.id}/osvedceni`} variant="secondary" icon="certificate">
                {t("run.certificates")}
              </LinkButton>
            )}
            {writes && (
              <LinkButton to={`/behy/${run.id}/zpravy`} variant="secondary" icon="mail">
                {overview("table.messages")}
              </LinkButton>
            )}
            {exports && (
              <LinkButton to={`/behy/${run.id}/export`} variant="quiet" icon="download" reloadDocument>
                {overview("table.export")}
              </LinkButton>
            )}
          </ButtonGroup>
        }
      />
      <Section title={t("run.facts")}>
        <RunFactsList reading={reading} />
      </Section>
      <Section title={overview("table.title")} lead={overview("table.lead")}>
        <RunTable table={table} writes={writes && reading.run.state !== "closed"} />
      </Section>
      <Section title={overview("forecast.title")}>
        <ForecastWords forecast={table.forecast} />
      </Section>
      {waiting && waiting.length > 0 && (
        <Section title={t("run.waitingList")} lead={t("run.waitingLead")}>
          <ol className="waiting-list">
            {waiting.map(({ id, name }) => (
              <li key={id}>
                <Link to={`/prihlasky/${id}`}>{name}</Link>
              </li>
            ))}
          </ol>
        </Section>
      )}
      <RunManagement reading={reading} form={form} />
    </>
  );
}

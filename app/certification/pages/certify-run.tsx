import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { LinkButton, PageHeader, Section } from "~/ui";
import { certifyRun, readRunToCertify } from "../operations/certificate/certify-run.server";
import { CertifyForm } from "../parts/certificate/certify-form";
import { CertifyResults } from "../parts/certificate/certify-results";
import { NotReadyList } from "../parts/certificate/not-ready-list";
import { certifyRunForm } from "../schema";

export const handle = pageHandle<PageData>({
  i18n: "certification",
  title: () => "certification:bulk.title",
  breadcrumbs: (page) => [
    { text: "common:nav.runs", to: "/behy" },
    { text: page?.run.name ?? "", to: `/behy/${page?.run.id}` },
    { text: "certification:bulk.title" },
  ],
});

type PageData = ReturnType<typeof useLoaderData<typeof loader>> | undefined;

export const loader = guarded("certificate:issue", async ({ actor, params }) =>
  readRunToCertify(actor, params.id),
);

export const action = guarded("certificate:issue", async ({ actor, params, request, now }) => {
  const form = await readForm(request, certifyRunForm);
  if (!form.ok) return badForm(form.reply);
  const runId = params.id ?? "";
  const results = await certifyRun(actor, { runId, enrolments: form.value.enrolments }, { now });
  return data({ results });
});

/** Certifying a run at once: who will get a certificate, who will not and why, and then how each turned out. */
export default function CertifyRun() {
  const { t } = useTranslation("certification");
  const { run, people } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const form = reply && "form" in reply ? reply.form : undefined;
  const results = reply && "results" in reply ? reply.results : undefined;
  const of = (...groups: string[]) => people.filter(({ group }) => groups.includes(group));
  const [ready, certified] = [of("ready"), of("certified")];
  return (
    <>
      <PageHeader
        title={t("bulk.title")}
        eyebrow={run.name}
        lead={t("bulk.lead")}
        actions={
          certified.length > 0 && (
            <LinkButton
              to={`/behy/${run.id}/osvedceni/zip`}
              variant="secondary"
              icon="download"
              reloadDocument
            >
              {t("bulk.zip", { count: certified.length })}
            </LinkButton>
          )
        }
      />
      {results && (
        <Section title={t("bulk.results")}>
          <CertifyResults results={results} />
        </Section>
      )}
      <Section
        title={t("bulk.ready", { count: ready.length })}
        lead={ready.length > 0 ? t("bulk.readyLead") : undefined}
      >
        <CertifyForm people={ready} state={form} />
      </Section>
      <Section title={t("bulk.notReady")}>
        <NotReadyList people={of("incomplete", "own", "revoked", "left")} />
      </Section>
      <Section title={t("bulk.certified")}>
        <NotReadyList people={certified} />
      </Section>
    </>
  );
}

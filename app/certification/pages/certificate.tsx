import { randomUUID } from "node:crypto";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { ButtonGroup, Columns, LinkButton, PageHeader, PrintButton, Section, Stack } from "~/ui";
import { reissueCertificate } from "../operations/certificate/reissue-certificate.server";
import { readCertificate, type CertificateDetail } from "../operations/certificates.server";
import { revokeCertificate } from "../operations/revoke-certificate.server";
import { BadgeCard, CodeCard, IssuedCard } from "../parts/certificate/certificate-cards";
import { CertificateNotices } from "../parts/certificate/certificate-notices";
import { CertificateStateTag } from "../parts/certificate/certificate-state-tag";
import { ReissueButton } from "../parts/certificate/reissue-button";
import { RevokeButton } from "../parts/certificate/revoke-button";
import { CertificateFacts } from "../parts/certificate-facts";
import { certificateForm } from "../schema";

export const handle = pageHandle<CertificateDetail | undefined>({
  i18n: "certification",
  title: () => "certification:register.title",
  breadcrumbs: (page) => [
    { text: "certification:register.title", to: "/osvedceni" },
    { text: page?.content.number ?? "" },
  ],
});

export const loader = guarded("certificate:read", async ({ actor, params }) => ({
  ...(await readCertificate(actor, params.id)),
  mayReadRun: actor.can("run:read"),
  formId: randomUUID(),
}));

export const action = guarded("certificate:revoke", async ({ actor, params, request, now }) => {
  const form = await readForm(request, certificateForm);
  if (!form.ok) return badForm(form.reply);
  const id = params.id ?? "";
  const { value } = form;
  const done = (to: string, text: string, values = {}) =>
    redirectWithToast(`/osvedceni/${to}`, { kind: "success", text, values });
  if (value.intent === "revoke") {
    await revokeCertificate(actor, { id, version: value.version, reason: value.reason }, { now });
    return done(id, "certification:certificate.revokeDone");
  }
  const { id: newId, version, why } = value;
  const input = { id: newId, replaced: id, version, reason: why };
  const made = await reissueCertificate(actor, input, { now });
  return done(made.id, "certification:reissue.done", { number: made.number });
});

/** One certificate: what it says, the file, the verification code, the badge; its end and its successor. */
export default function CertificatePage() {
  const { t } = useTranslation("certification");
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const reissuing = form?.values?.intent === "reissue";
  const { content, state } = page;
  return (
    <>
      <PageHeader
        title={t("certificate.title", { number: content.number })}
        eyebrow={content.name}
        status={<CertificateStateTag state={state} />}
        actions={
          <ButtonGroup>
            <LinkButton to={`/osvedceni/${page.id}/pdf`} icon="download" reloadDocument>
              {t("certificate.download")}
            </LinkButton>
            <PrintButton>{t("certificate.print")}</PrintButton>
          </ButtonGroup>
        }
      />
      <Columns
        main={
          <>
            <CertificateNotices page={page} />
            <Section title={t("certificate.printed")}>
              <CertificateFacts content={content} />
            </Section>
          </>
        }
        side={
          <Stack>
            <CodeCard code={page.code} />
            {page.own && <BadgeCard id={page.id} />}
            <IssuedCard page={page} />
            {page.mayReissue && (
              <ReissueButton
                // The successor's page is another dialog, and it begins closed.
                key={`reissue-${page.id}`}
                number={content.number}
                version={page.version}
                revoked={page.revoked !== null}
                formId={page.formId}
                state={reissuing ? form : undefined}
              />
            )}
            {page.mayRevoke && (
              <RevokeButton
                key={`revoke-${page.id}`}
                number={content.number}
                version={page.version}
                state={reissuing ? undefined : form}
              />
            )}
          </Stack>
        }
      />
    </>
  );
}

import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import {
  Card,
  Columns,
  ConfirmButton,
  Disclosure,
  formatDateTime,
  LinkButton,
  Notice,
  PageHeader,
  Section,
  Stack,
  StatusTag,
  TextArea,
  useLanguage,
} from "~/ui";
import { readCertificate, type CertificateDetail } from "../operations/certificates.server";
import { revokeCertificate } from "../operations/revoke-certificate.server";
import { CertificateFacts } from "../parts/certificate-facts";
import { printedCode } from "../rules/certificate-code";
import { reasonLength } from "../codes";
import { revokeForm } from "../schema";

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
}));

export const action = guarded("certificate:revoke", async ({ actor, params, request, now }) => {
  const form = await readForm(request, revokeForm);
  if (!form.ok) return badForm(form.reply);
  const id = params.id ?? "";
  await revokeCertificate(actor, { id, ...form.value }, { now });
  return redirectWithToast(`/osvedceni/${id}`, {
    kind: "success",
    text: "certification:certificate.revokeDone",
  });
});

/** One certificate: what it says, the file, the verification code, and its revocation. */
export default function CertificatePage() {
  const { t } = useTranslation("certification");
  const language = useLanguage();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { content, revoked } = page;
  const code = printedCode(page.code);
  return (
    <>
      <PageHeader
        title={t("certificate.title", { number: content.number })}
        eyebrow={content.name}
        status={
          <StatusTag tone={revoked ? "danger" : "success"}>
            {t(revoked ? "certificate.revoked" : "certificate.valid")}
          </StatusTag>
        }
        actions={
          <LinkButton to={`/osvedceni/${page.id}/pdf`} icon="download" reloadDocument>
            {t("certificate.download")}
          </LinkButton>
        }
      />
      <Columns
        main={
          <>
            {revoked && (
              <Notice tone="danger" title={t("certificate.revokedTitle")}>
                {t("certificate.revokedText", {
                  name: revoked.byName,
                  at: formatDateTime(revoked.at, language),
                  reason: revoked.reason,
                })}
              </Notice>
            )}
            <Section title={t("certificate.printed")}>
              <CertificateFacts content={content} />
            </Section>
          </>
        }
        side={
          <Stack>
            <Card title={t("certificate.code")} lead={t("certificate.codeHint")} level={2} icon="shield">
              <div className="stack">
                <p className="font-semibold">{code}</p>
                <Link to={`/overeni/${code}`}>{t("certificate.verify")}</Link>
              </div>
            </Card>
            <Card level={2} title={t("certificate.issued")}>
              <p>{t("certificate.issuedBy", { name: page.issuedByName })}</p>
              <Disclosure summary={t("certificate.sha")}>
                <p>{t("certificate.shaHint")}</p>
                <p>
                  <code className="text-xs break-all">{page.sha256}</code>
                </p>
              </Disclosure>
              {page.mayReadRun && (
                <Link to={`/behy/${page.runId}/ucastnik/${page.enrolmentId}`}>
                  {t("certificate.toTrainee")}
                </Link>
              )}
            </Card>
            {page.mayRevoke && (
              <ConfirmButton
                label={t("certificate.revoke")}
                title={t("certificate.revokeTitle", { number: content.number })}
                text={<p>{t("certificate.revokeText")}</p>}
                values={{ version: page.version }}
                state={reply?.form}
              >
                <TextArea
                  name="reason"
                  label={t("certificate.reason")}
                  hint={t("certificate.reasonHint")}
                  rows={3}
                  maxLength={reasonLength}
                  lang="cs"
                />
              </ConfirmButton>
            )}
          </Stack>
        }
      />
    </>
  );
}

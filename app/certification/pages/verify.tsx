import { data, type HeadersFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { open } from "~/access/index.server";
import { noIndex, pageHandle } from "~/page";
import {
  Card,
  DescriptionList,
  formatDateTime,
  formatDay,
  LinkButton,
  Notice,
  PageHeader,
  PrintButton,
  Stack,
  Time,
  useLanguage,
} from "~/ui";
import { verifyCertificate } from "../operations/verify-certificate.server";
import { printedCode } from "../rules/certificate-code";

export const meta = noIndex;

export const handle = pageHandle({
  i18n: "certification",
  title: () => "certification:verify.title",
  breadcrumbs: () => [{ text: "certification:verify.title", to: "/overeni" }],
});

/** The page's own headers are those of its answer about the code. */
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** 200 for a certificate we issued, valid or revoked; 404 for a code nobody issued; 429 for guessing. */
const statusOf = { known: 200, unknown: 404, tooMany: 429 } as const;

const notKept = { "Cache-Control": "no-store", "X-Robots-Tag": "noindex" };

export const loader = open(async ({ params, context, now }) => {
  const verification = await verifyCertificate(params.code ?? "", context.address, { now });
  const checkedAt = now.toISOString();
  return data({ ...verification, checkedAt }, { status: statusOf[verification.kind], headers: notKept });
});

/** What the public learns about a code. */
export default function Verify() {
  const { t } = useTranslation("certification");
  const language = useLanguage();
  const verification = useLoaderData<typeof loader>();
  const another = (
    <LinkButton to="/overeni" variant="secondary">
      {t("verify.another")}
    </LinkButton>
  );
  if (verification.kind !== "known") {
    const unknown = verification.kind === "unknown";
    return (
      <>
        <PageHeader title={t("verify.title")} />
        <Notice
          tone="warning"
          title={t(unknown ? "verify.unknownTitle" : "verify.tooManyTitle")}
          action={another}
        >
          {t(unknown ? "verify.unknownLead" : "verify.tooManyLead")}
        </Notice>
      </>
    );
  }
  const { certificate, revokedOn, replacedBy, code, checkedAt } = verification;
  const day = revokedOn ? formatDay(revokedOn, language) : "";
  return (
    <>
      <PageHeader title={t("verify.title")} actions={<PrintButton>{t("verify.print")}</PrintButton>} />
      <Stack>
        {replacedBy ? (
          <Notice tone="warning" title={t("verify.replacedTitle", { number: replacedBy })}>
            {t("verify.replacedLead", { day, number: replacedBy })}
          </Notice>
        ) : revokedOn ? (
          <Notice tone="danger" title={t("verify.revokedTitle")}>
            {t("verify.revokedLead", { day })}
          </Notice>
        ) : (
          <Notice tone="success" title={t("verify.validTitle")}>
            {t("verify.validLead")}
          </Notice>
        )}
        <Card icon="certificate" title={certificate.name} level={2} lead={t("verify.compare")}>
          <DescriptionList
            items={[
              { label: t("verify.number"), value: certificate.number },
              { label: t("verify.programme"), value: <span lang="cs">{certificate.programme}</span> },
              { label: t("verify.provider"), value: certificate.provider },
              { label: t("verify.issued"), value: <Time value={certificate.issuedOn} /> },
              { label: t("verify.code2"), value: printedCode(code) },
            ]}
          />
        </Card>
        <p>{t("verify.checkedAt", { at: formatDateTime(checkedAt, language) })}</p>
        <div className="no-print">{another}</div>
      </Stack>
    </>
  );
}

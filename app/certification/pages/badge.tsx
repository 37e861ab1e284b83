import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { LinkButton, Notice, PageHeader, Section } from "~/ui";
import { readCertificate } from "../operations/certificates.server";

export const handle = pageHandle<PageData>({
  i18n: "certification",
  title: () => "certification:badge.title",
  breadcrumbs: (page) => [
    { text: "certification:register.title", to: "/osvedceni" },
    { text: page?.number ?? "", to: `/osvedceni/${page?.id}` },
    { text: "certification:badge.title" },
  ],
});

type PageData = ReturnType<typeof useLoaderData<typeof loader>> | undefined;

export const loader = guarded("certificate:read", async ({ actor, params }) => {
  const { id, content, own, state } = await readCertificate(actor, params.id);
  return { id, number: content.number, own, state };
});

/** The electronic badge of a certificate: what it is, what to do with it, what it gives away. */
export default function Badge() {
  const { t } = useTranslation("certification");
  const { id, number, own, state } = useLoaderData<typeof loader>();
  const ready = own && state === "valid";
  return (
    <>
      <PageHeader
        title={t("badge.title")}
        eyebrow={t("certificate.title", { number })}
        lead={t("badge.lead")}
        actions={
          ready && (
            <LinkButton to={`/osvedceni/${id}/odznak/soubor`} icon="download" reloadDocument>
              {t("badge.download")}
            </LinkButton>
          )
        }
      />
      {!own && <Notice>{t("badge.notYours")}</Notice>}
      {own && state !== "valid" && (
        <Notice tone="danger" title={t("badge.notValidTitle")}>
          {t("badge.notValid")}
        </Notice>
      )}
      <Section title={t("badge.useTitle")}>
        <ol className="stack list-decimal ps-6">
          {(["download", "keep", "show"] as const).map((step) => (
            <li key={step}>{t(`badge.use.${step}`)}</li>
          ))}
        </ol>
      </Section>
      <Section title={t("badge.insideTitle")}>
        <ul className="stack list-disc ps-6">
          {(["says", "name", "notInside", "status"] as const).map((point) => (
            <li key={point}>{t(`badge.inside.${point}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t("badge.verifyTitle")}>
        <p className="mb-4">{t("badge.verify")}</p>
        <ul className="stack list-disc ps-6">
          <li>
            <a href="/odznaky/vydavatel">{t("badge.issuer")}</a>
          </li>
          <li>
            <a href="/odznaky/klice">{t("badge.keys")}</a>
          </li>
          <li>
            <a href="/odznaky/stav">{t("badge.status")}</a>
          </li>
        </ul>
      </Section>
    </>
  );
}

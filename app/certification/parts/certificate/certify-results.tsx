import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DataTable, Notice, StatusTag, useText } from "~/ui";

interface CertifyResult {
  enrolmentId: string;
  name: string;
  certificate: { id: string; number: string } | null;
  before: boolean;
  refusal: { key: string; values: Record<string, string | number> } | null;
}

/** How each person turned out, after a run was certified at once. */
export function CertifyResults({ results }: { results: CertifyResult[] }) {
  const { t } = useTranslation("certification");
  const text = useText();
  const issued = results.filter(({ certificate, before }) => certificate && !before).length;
  const refused = results.filter(({ certificate }) => !certificate).length;
  return (
    <div className="stack">
      <Notice tone={refused > 0 ? "warning" : "success"} title={t("bulk.issuedCount", { count: issued })}>
        {refused > 0 && t("bulk.refusedCount", { count: refused })}
      </Notice>
      <DataTable
        caption={t("bulk.results")}
        captionHidden
        rows={results}
        rowKey={({ enrolmentId }) => enrolmentId}
        columns={[
          { key: "name", header: t("register.name"), cell: ({ name }) => name, phone: "title" },
          {
            key: "result",
            header: t("bulk.result"),
            cell: ({ certificate, before, refusal }) =>
              certificate ? (
                <Link to={`/osvedceni/${certificate.id}`}>
                  {t(before ? "bulk.before" : "bulk.issued", { number: certificate.number })}
                </Link>
              ) : (
                <>
                  <StatusTag tone="danger">{t("bulk.refused")}</StatusTag>{" "}
                  {refusal && text({ key: refusal.key, values: refusal.values })}
                </>
              ),
          },
        ]}
      />
    </div>
  );
}

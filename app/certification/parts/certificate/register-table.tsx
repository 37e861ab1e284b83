import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DataTable, Time } from "~/ui";
import type { CertificateState } from "../../rules/certificate/certificate-state";
import { CertificateStateTag } from "./certificate-state-tag";

interface RegisterRow {
  id: string;
  number: string;
  name: string;
  runName: string;
  issuedOn: string;
  revokedOn: string | null;
  state: CertificateState;
  replaces: { id: string; number: string } | null;
  replacedBy: { id: string; number: string } | null;
}

/** Certificates with their state; one issued anew links to the one before it and back. */
export function RegisterTable({ rows, empty }: { rows: RegisterRow[]; empty: ReactNode }) {
  const { t } = useTranslation("certification");
  return (
    <DataTable
      caption={t("register.caption")}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      rowLink={({ id }) => `/osvedceni/${id}`}
      empty={empty}
      columns={[
        { key: "number", header: t("register.number"), cell: ({ number }) => number },
        { key: "name", header: t("register.name"), cell: ({ name }) => name, phone: "title" },
        { key: "run", header: t("register.run"), cell: ({ runName }) => runName },
        { key: "issued", header: t("register.issued"), cell: ({ issuedOn }) => <Time value={issuedOn} /> },
        {
          key: "state",
          header: t("register.state"),
          cell: ({ state, revokedOn, replaces, replacedBy }) => (
            <>
              <CertificateStateTag state={state} since={revokedOn} />
              {replacedBy && (
                <p className="text-sm">
                  {t("register.replacedBy")}{" "}
                  <Link to={`/osvedceni/${replacedBy.id}`}>{replacedBy.number}</Link>
                </p>
              )}
              {replaces && (
                <p className="text-sm">
                  {t("register.replaces")} <Link to={`/osvedceni/${replaces.id}`}>{replaces.number}</Link>
                </p>
              )}
            </>
          ),
        },
      ]}
    />
  );
}

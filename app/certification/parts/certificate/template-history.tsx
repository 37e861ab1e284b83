import { useTranslation } from "react-i18next";
import { formatDateTime, useLanguage } from "~/ui";

interface TemplateHistoryProps {
  history: {
    version: number;
    at: string | null;
    byName: string | null;
    reason: string | null;
    issued: number;
  }[];
}

/** Versions of the certificate's form: who made each and why, and how many certificates have it. */
export function TemplateHistory({ history }: TemplateHistoryProps) {
  const { t } = useTranslation("certification");
  const language = useLanguage();
  return (
    <ol className="stack" reversed>
      {history.map(({ version, at, byName, reason, issued }) => (
        <li key={version}>
          <p className="font-semibold">
            <a href={`/osvedceni/sablona/nahled?verze=${version}`}>{t("template.version", { version })}</a>
          </p>
          <p>
            {at
              ? t("template.by", { at: formatDateTime(at, language), name: byName ?? "" })
              : t("template.first")}
          </p>
          {reason && <p lang="cs">{t("template.why", { reason })}</p>}
          <p>{t("template.issued", { count: issued })}</p>
        </li>
      ))}
    </ol>
  );
}

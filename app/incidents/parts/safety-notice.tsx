import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Notice } from "~/ui";

/** Stands before everything else: whoever is in danger needs a phone, not a form. */
export function SafetyNotice() {
  const { t } = useTranslation("incidents");
  return (
    <Notice tone="danger" title={t("report.safety.title")}>
      <p>{t("report.safety.text")}</p>
      <p className="flex flex-wrap items-center gap-3">
        <a href="tel:112" className="btn btn-danger text-on-danger">
          {t("report.safety.call112")}
        </a>
        <a href="tel:158" className="btn btn-secondary">
          {t("report.safety.call158")}
        </a>
        <Link to="/stranky/pomoc-obetem">{t("report.safety.help")}</Link>
      </p>
    </Notice>
  );
}

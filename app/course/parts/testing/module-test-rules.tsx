import { useTranslation } from "react-i18next";
import type { AttemptLimits } from "../../rules/testing/attempt-rules";

/** What holds for a module's test. */
export function ModuleTestRules({ limits }: { limits: AttemptLimits }) {
  const { t } = useTranslation("testing");
  return (
    <>
      <p>{t("module.noHours")}</p>
      <ul>
        {limits.attempts !== null && <li>{t("module.attempts", { count: limits.attempts })}</li>}
        {limits.coolingOffHours > 0 && <li>{t("module.pause", { count: limits.coolingOffHours })}</li>}
        <li>{t("module.kept")}</li>
      </ul>
    </>
  );
}

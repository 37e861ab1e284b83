import { useTranslation } from "react-i18next";
import { formatPercent, LinkButton, Section, Stack, StatusTag, Time, useLanguage } from "~/ui";
import { trainingTestLink } from "../../rules/monitoring-training";

interface TrainingTestCardProps {
  test: {
    count: number;
    passMark: number;
    standing: {
      passed: boolean;
      bestShare: number | null;
      open: boolean;
      nextAttemptAt: string | Date | null;
    } | null;
  };
  trained: boolean;
}

/** The final test, with how the reader stands in it. */
export function TrainingTestCard({ test: { count, passMark, standing }, trained }: TrainingTestCardProps) {
  const { t } = useTranslation(["incidents", "testing"]);
  const language = useLanguage();
  return (
    <Section title={t("course.test")} lead={t("course.testLead", { count, percent: passMark })}>
      {standing === null ? (
        <p>{t("course.testOthers")}</p>
      ) : (
        <Stack>
          <p>{t("course.testRules")}</p>
          {standing.bestShare !== null && (
            <p>
              <StatusTag tone={standing.passed ? "success" : "neutral"}>
                {t(standing.passed ? "course.testPassed" : "course.testBest", {
                  share: formatPercent(standing.bestShare, language),
                })}
              </StatusTag>
            </p>
          )}
          {standing.nextAttemptAt && (
            <p>
              {t("testing:module.nextAt")} <Time value={standing.nextAttemptAt} />.
            </p>
          )}
          <LinkButton to={trainingTestLink} variant={trained ? "secondary" : "primary"}>
            {t(standing.open ? "course.testGoOn" : "course.testOpen")}
          </LinkButton>
        </Stack>
      )}
    </Section>
  );
}

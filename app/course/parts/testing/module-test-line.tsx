import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatPercent, StatusTag, useLanguage } from "~/ui";
import { moduleTestLink } from "../../lesson-links";

/** What is told of a module's test: how many questions, and for trainees what they reached. */
export interface OutlinedTest {
  questions: number;
  standing: { passed: boolean; bestShare: number | null; open: boolean; attemptsLeft: number | null } | null;
}

interface ModuleTestLineProps {
  moduleId: string;
  title: string;
  test: OutlinedTest;
}

/** A module's test after its lessons, with what was reached in it. */
export function ModuleTestLine({ moduleId, title, test }: ModuleTestLineProps) {
  const { t } = useTranslation("testing");
  const { questions, standing } = test;
  return (
    <p className="course-module-test">
      <Link to={moduleTestLink(moduleId)} aria-label={t("module.title", { title })}>
        {t("module.link")}
      </Link>{" "}
      <span className="course-module-hours">{t("module.count", { count: questions })}</span>{" "}
      {standing && <Standing standing={standing} />}
    </p>
  );
}

function Standing({ standing }: { standing: NonNullable<OutlinedTest["standing"]> }) {
  const { t } = useTranslation("testing");
  const language = useLanguage();
  const { passed, bestShare, open, attemptsLeft } = standing;
  if (open) return <StatusTag tone="info">{t("module.open")}</StatusTag>;
  if (bestShare === null) return null;
  const best = t("module.best", { share: formatPercent(bestShare, language) });
  if (passed) return <StatusTag tone="success">{best}</StatusTag>;
  return (
    <StatusTag tone="neutral">{attemptsLeft === 0 ? `${best}, ${t("module.noneLeft")}` : best}</StatusTag>
  );
}

import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DataTable, StatusTag, Time, type Tone } from "~/ui";
import type { ModuleTest } from "../../operations/overview/tests-of-modules.server";
import type { TestState } from "../../rules/overview/test-standing";

const tones: Record<TestState, Tone> = {
  none: "neutral",
  underWay: "info",
  failed: "warning",
  exhausted: "danger",
  passed: "success",
};

/** The tests of modules: which are passed, and how many attempts are left at the others. */
export function OwnTests({ tests }: { tests: readonly ModuleTest[] }) {
  const { t } = useTranslation("overview");
  return (
    <div id="testy">
      <DataTable<ModuleTest>
        caption={t("own.tests")}
        captionHidden
        rows={tests}
        rowKey={({ moduleId }) => moduleId}
        columns={[
          {
            key: "module",
            header: t("own.module"),
            phone: "title",
            cell: ({ moduleId, order, title }) => (
              <Link to={`/kurz/${moduleId}/test`}>{t("own.moduleName", { order, title })}</Link>
            ),
          },
          {
            key: "state",
            header: t("own.testState"),
            cell: ({ state }) => <StatusTag tone={tones[state]}>{t(`test.${state}`)}</StatusTag>,
          },
          {
            key: "best",
            header: t("own.best"),
            numeric: true,
            cell: ({ best }) => (best === null ? "–" : t("own.percent", { percent: best })),
          },
          {
            key: "left",
            header: t("own.attempts"),
            cell: ({ state, left, nextAttemptAt }) =>
              state === "passed" || left === null ? (
                "–"
              ) : (
                <>
                  {t("own.attemptsLeft", { count: left })}
                  {nextAttemptAt && (
                    <span className="share-best">
                      {t("own.nextAttempt")} <Time value={nextAttemptAt} />
                    </span>
                  )}
                </>
              ),
          },
        ]}
      />
    </div>
  );
}

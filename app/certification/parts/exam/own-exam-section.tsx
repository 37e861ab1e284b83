import { useTranslation } from "react-i18next";
import { formatTime } from "~/platform/days";
import { Section, StatusTag, Time } from "~/ui";
import type { OwnExam } from "../../operations/exam/own-exam.server";
import { DeadlineList } from "./deadline-list";

/** A trainee's own exam: when and where it is, what came of it, and what can still be done by when. */
export function OwnExamSection({ exam }: { exam: OwnExam }) {
  const { t } = useTranslation("exam");
  const { next, results, deadlines } = exam;
  return (
    <Section title={t("own.title")} id="zkouska">
      <div className="stack">
        {next && (
          <p>
            <strong>
              <Time value={next.day} /> {formatTime(next.startMinute)}, {next.place}
            </strong>
            <br />
            {next.parts.map((part) => t(`part.${part}`)).join(", ")}. {t("own.bring")}
          </p>
        )}
        {results.length > 0 && (
          <ul className="plain-points">
            {results.map(({ part, heldOn, passed }) => (
              <li key={`${part}-${heldOn}`}>
                {t(`part.${part}`)}, <Time value={heldOn} />{" "}
                <StatusTag tone={passed ? "success" : "danger"}>
                  {t(passed ? "outcome.passed" : "outcome.failed")}
                </StatusTag>
              </li>
            ))}
          </ul>
        )}
        <DeadlineList deadlines={deadlines} />
      </div>
    </Section>
  );
}

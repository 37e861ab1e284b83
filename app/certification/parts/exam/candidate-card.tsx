import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import { Card, Disclosure, formatDateTime, formatDay, StatusTag, useLanguage } from "~/ui";
import type { ExamCandidateView, ExamPartView } from "../../operations/exam/candidate-views.server";
import type { ExamDayView } from "../../operations/exam/exam-day-view";
import { shareText } from "../admission-sum";
import { StandingSentence } from "../standing-sentence";
import { AdmissionBases } from "./admission-bases";
import { CandidacyRefusal } from "./candidacy-refusal";
import { DeadlineList } from "./deadline-list";
import { ExcuseForm } from "./excuse-form";
import { GraduationSentences } from "./graduation-sentences";
import { IdentityForm } from "./identity-form";

interface CandidateCardProps {
  day: ExamDayView;
  candidate: ExamCandidateView;
  form: FormState | undefined;
}

const tones = { expected: "info", present: "success", absent: "warning" } as const;

/** One of the examined: admission, identity, parts and what came of them, deadlines, an excuse. */
export function CandidateCard({ day, candidate, form }: CandidateCardProps) {
  const { t } = useTranslation("exam");
  const language = useLanguage();
  const { state, you } = day;
  const { name, identity, parts, excuse, refusal } = candidate;
  const leads = you.organiser || you.chair;
  const excusable = candidate.state === "absent" && ["open", "closed", "locked"].includes(state);
  return (
    <Card
      level={3}
      icon="person"
      title={name}
      lead={<StandingSentence standing={candidate.standing} />}
      status={<StatusTag tone={tones[candidate.state]}>{t(`candidateState.${candidate.state}`)}</StatusTag>}
    >
      <div className="stack">
        {refusal && state !== "cancelled" && <CandidacyRefusal candidate={candidate} />}
        {parts.length > 0 && <PartList parts={parts} hidden={state === "open"} />}
        <Disclosure
          summary={
            candidate.state === "present"
              ? t("person.admittedThen")
              : t("person.admittedWhy", {
                  share: shareText(candidate.admission[candidate.admission.inForce], language),
                })
          }
        >
          <AdmissionBases admission={candidate.admission} />
        </Disclosure>
        <GraduationSentences graduation={candidate.standing.graduation} />
        {identity && (
          <p>
            {t("identity.checked", {
              document: t(`document.${identity.document}`),
              at: formatDateTime(identity.at, language),
              name: identity.by,
            })}
          </p>
        )}
        {state === "open" && leads && <IdentityForm candidate={candidate} form={form} />}
        <DeadlineList deadlines={candidate.deadlines} />
        {excuse && (
          <p>
            {t(excuse.accepted ? "excuse.wasAccepted" : "excuse.wasRefused", {
              day: formatDay(excuse.on, language),
            })}{" "}
            {excuse.reason ?? t("excuse.erased")}
          </p>
        )}
        {excusable && !excuse && you.chair && <ExcuseForm candidate={candidate} form={form} />}
        {excusable && !excuse && !you.chair && <p className="field-hint">{t("excuse.chairDecides")}</p>}
      </div>
    </Card>
  );
}

function PartList({ parts, hidden }: { parts: readonly ExamPartView[]; hidden: boolean }) {
  const { t } = useTranslation("exam");
  return (
    <ul className="plain-points">
      {parts.map(({ part, attempt, tally, result }) => (
        <li key={part}>
          {t(attempt === 2 ? "votes.partAgain" : "votes.part", { part: t(`part.${part}`) })}
          {tally && result !== null ? (
            <>
              {": "}
              <StatusTag tone={result ? "success" : "danger"}>
                {t(result ? "outcome.passed" : "outcome.failed")}
              </StatusTag>{" "}
              {t("votes.tally", { passed: tally.passed, failed: tally.failed })}
            </>
          ) : (
            hidden && `: ${t("votes.secret")}`
          )}
        </li>
      ))}
    </ul>
  );
}

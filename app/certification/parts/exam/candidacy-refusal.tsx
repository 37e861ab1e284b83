import { formatNumber, Notice, useLanguage, useText } from "~/ui";
import type { ExamCandidateView } from "../../operations/exam/candidate-views.server";

/** Why somebody on the list cannot be let in, in words. */
export function CandidacyRefusal({ candidate }: { candidate: ExamCandidateView }) {
  const text = useText();
  const language = useLanguage();
  const { refusal, admission, name } = candidate;
  if (!refusal) return null;
  const sum = admission[admission.inForce];
  const code = refusal.code === "notAdmitted" ? `notAdmittedIn.${sum.basis}` : refusal.code;
  const values = { ...refusal.values, name, missing: formatNumber(sum.missing, language, 2) };
  return <Notice tone="warning">{text({ key: `exam:candidacy.${code}`, values })}</Notice>;
}

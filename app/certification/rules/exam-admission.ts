/**
 * Admission to the final exam: at least a share (80 %) of the programme attended, vyhláška 176/2009 Sb. § 4.
 * Of what the share is taken – minutes, or hours of each kind – nobody confirmed: it is a setting of the run.
 */
export interface AdmissionSettings {
  theoryMinutes: number;
  practiceMinutes: number;
  teachingHour: number;
  practiceHour: number;
  examAdmissionShare: number;
  examBasis: "minutes" | "teachingHours";
}

export interface ExamAdmission {
  admitted: boolean;
  basis: "minutes" | "teachingHours";
  /** In the unit of the basis: minutes, or hours (45 minutes of theory, 60 of practice). */
  theory: { done: number; of: number };
  practice: { done: number; of: number };
  done: number;
  total: number;
  needed: number;
  missing: number;
  /** What was attended and what is needed, 0–1. */
  share: number;
  neededShare: number;
}

/**
 * Counts the share of the programme. More practice than the programme has does not stand in for theory,
 * nor the other way round.
 */
export function examAdmission(
  done: { theoryMinutes: number; practiceMinutes: number },
  settings: AdmissionSettings,
): ExamAdmission {
  const basis = settings.examBasis;
  const theoryUnit = basis === "minutes" ? 1 : settings.teachingHour;
  const practiceUnit = basis === "minutes" ? 1 : settings.practiceHour;
  const theory = part(done.theoryMinutes, settings.theoryMinutes, theoryUnit);
  const practice = part(done.practiceMinutes, settings.practiceMinutes, practiceUnit);
  const total = theory.of + practice.of;
  const sum = theory.done + practice.done;
  // 0.8 × 5100 is a hair above 4080 in binary; a share of minutes is never that fine.
  const needed = round(total * settings.examAdmissionShare);
  return {
    admitted: round(sum) >= needed,
    basis,
    theory,
    practice,
    done: round(sum),
    total: round(total),
    needed,
    missing: Math.max(0, round(needed - sum)),
    share: total === 0 ? 1 : sum / total,
    neededShare: settings.examAdmissionShare,
  };
}

function part(doneMinutes: number, ofMinutes: number, unit: number) {
  const counted = Math.min(Math.max(doneMinutes, 0), ofMinutes);
  return { done: round(counted / unit), of: round(ofMinutes / unit) };
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

import { examAdmission, type AdmissionSettings } from "../exam-admission";
import type { TwoBasisAdmission } from "./protocol-content";

/** The admission counted by minutes and by hours, side by side; the run says which of them counts. */
export function admissionByBothBases(
  done: { theoryMinutes: number; practiceMinutes: number },
  settings: AdmissionSettings,
): TwoBasisAdmission {
  return {
    inForce: settings.examBasis,
    minutes: examAdmission(done, { ...settings, examBasis: "minutes" }),
    teachingHours: examAdmission(done, { ...settings, examBasis: "teachingHours" }),
  };
}

import { describe, expect, it } from "vitest";
import { evaluateGraduation } from "~/certification/rules/graduation";
import { examAdmission } from "~/certification/rules/exam-admission";
import { standingKind, type TraineeStanding } from "~/certification/rules/trainee-standing";

const settings = {
  theoryMinutes: 100,
  practiceMinutes: 100,
  teachingHour: 45,
  practiceHour: 60,
  examParts: ["written", "oral"] as const,
  examAdmissionShare: 0.8,
  examBasis: "minutes" as const,
};

function standing(minutes: number, change: Partial<TraineeStanding> = {}): TraineeStanding {
  const sums = { theoryMinutes: minutes, practiceMinutes: minutes };
  const exam = change.examPassedOn ? (["written", "oral"] as const) : [];
  const facts = { ...sums, pledgeSigned: true, supervision: { required: 0, kept: 0 }, passedParts: exam };
  return {
    enrolmentId: "e",
    accountId: "a",
    runId: "r",
    state: "active",
    graduation: evaluateGraduation(facts, settings),
    admission: examAdmission(sums, settings),
    supervision: { required: 0, kept: 0, missing: 0, gaps: [] },
    examPassedOn: null,
    certificate: null,
    ...change,
  };
}

const certificate = { id: "c", number: "2026/0001", issuedOn: "2026-06-01", revokedOn: null };

describe("one word for a standing", () => {
  it.each([
    ["at the beginning", standing(10), "studying"],
    ["admitted to the exam", standing(80), "examined"],
    ["exam passed, hours missing", standing(80, { examPassedOn: "2026-05-01" }), "studying"],
    ["everything done", standing(100, { examPassedOn: "2026-05-01" }), "ready"],
    ["left before the end", standing(100, { examPassedOn: "2026-05-01", state: "withdrawn" }), "left"],
    ["certified", standing(100, { state: "graduated", certificate }), "certified"],
    [
      "revoked",
      standing(100, { state: "graduated", certificate: { ...certificate, revokedOn: "2026-06-02" } }),
      "revoked",
    ],
  ])("%s", (_case, given, kind) => {
    expect(standingKind(given)).toBe(kind);
  });
});

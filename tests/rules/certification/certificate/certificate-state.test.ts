import { describe, expect, it } from "vitest";
import { reissueReasons } from "~/certification/codes";
import { certificateState } from "~/certification/rules/certificate/certificate-state";
import { certifyPreview } from "~/certification/rules/certificate/certify-preview";
import { examAdmission } from "~/certification/rules/exam-admission";
import { isReissueReason } from "~/certification/rules/certificate/reissue";
import type { TraineeStanding } from "~/certification/rules/trainee-standing";
import { programmeDefaults } from "~/course/rules/run-settings";

describe("the state of a certificate", () => {
  it.each([
    [null, null, "valid"],
    ["2026-05-01", null, "revoked"],
    ["2026-05-01", "2026/0009", "replaced"],
    [null, "2026/0009", "replaced"],
  ] as const)("revoked on %j, replaced by %j: %s", (revokedOn, replacedBy, state) => {
    expect(certificateState({ revokedOn, replacedBy })).toBe(state);
  });
});

describe("the reason of issuing anew", () => {
  it("is the revocation for a revoked certificate, any other for a valid one", () => {
    expect(reissueReasons.filter((reason) => isReissueReason(reason, { revoked: true }))).toEqual([
      "revokedByMistake",
    ]);
    expect(reissueReasons.filter((reason) => isReissueReason(reason, { revoked: false }))).toEqual([
      "nameChange",
      "dataMistake",
      "lostCode",
    ]);
  });
});

describe("what certifying a run would do", () => {
  const base: TraineeStanding = {
    enrolmentId: "e",
    accountId: "somebody",
    runId: "r",
    state: "active",
    graduation: { ruleVersion: 1, complete: true, requirements: [] },
    admission: examAdmission({ theoryMinutes: 2700, practiceMinutes: 2400 }, programmeDefaults),
    supervision: { required: 0, kept: 0, missing: 0, gaps: [] },
    examPassedOn: "2026-06-08",
    certificate: null,
  };
  const certificate = { id: "c", number: "2026/0001", issuedOn: "2026-06-12", revokedOn: null };

  it.each([
    ["ready", {}],
    ["own", { accountId: "actor" }],
    ["incomplete", { graduation: { ...base.graduation, complete: false } }],
    ["incomplete", { examPassedOn: null }],
    ["left", { state: "withdrawn" }],
    ["certified", { certificate, state: "graduated" }],
    ["certified", { certificate, accountId: "actor" }],
    ["revoked", { certificate: { ...certificate, revokedOn: "2026-07-01" }, state: "graduated" }],
  ] as const)("%s", (group, change) => {
    expect(certifyPreview({ ...base, ...change }, "actor")).toBe(group);
  });
});

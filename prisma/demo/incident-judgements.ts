import { biasIndicators, codebookVersion, incidentForms, type Verification } from "~/incidents/codebook";
import type { IndicatorJudgements } from "~/incidents/rules/verifying";
import { codingPlace, verificationPlace } from "~/incidents/sealed-places";
import { seal, sealNullable } from "~/platform/crypto/index.server";
import type { Prisma } from "~/platform/db/index.server";
import { dayOf, daysBetween } from "~/platform/days";
import { weighted, type Weighted } from "./chance";
import type { DemoCodes } from "./incident-codes";
import { corrections, evidences, reasons } from "./incident-stories";
import type { DemoWorld } from "./world";

/** Rows are gathered first and written in a few statements. */
export interface DemoIncidentRows {
  incidents: Prisma.IncidentCreateManyInput[];
  codings: Prisma.IncidentCodingCreateManyInput[];
  verifications: Prisma.IncidentVerificationCreateManyInput[];
}

const decisionWeights: Weighted<Verification> = [
  ["CONFIRMED", 40],
  ["PROBABLE", 30],
  ["UNCLEAR", 16],
  ["REJECTED", 8],
  ["UNVERIFIED", 6],
];

/** What analysts have said so far; the newest reports still wait. */
export function judgementsOf(
  world: DemoWorld,
  rows: DemoIncidentRows,
  { id, reportedAt, codes }: { id: string; reportedAt: Date; codes: DemoCodes },
): { decisions: Verification[]; corrected: DemoCodes } {
  const { random, pick, between, now, members } = world;
  const age = daysBetween(dayOf(reportedAt), dayOf(now));
  if (age < 4 || (age < 25 && random() < 0.6)) return { decisions: [], corrected: codes };
  const last = weighted(decisionWeights, random);
  if (last === "UNVERIFIED") return { decisions: [], corrected: codes };
  const analyst = () => pick(members.incident_analyst).accountId;
  const decisions: Verification[] = last === "CONFIRMED" && random() < 0.25 ? ["PROBABLE", last] : [last];
  const span = Math.min(age, between(3, 21)) * 86_400_000;
  const later = (share: number) => new Date(reportedAt.getTime() + share * span);
  decisions.forEach((verification, index) => {
    const verificationId = world.uuid();
    const indicators = indicatorsOf(world, verification);
    rows.verifications.push({
      ...{ id: verificationId, incidentId: id, verification, codebookVersion },
      indicatorsSealed: seal(
        JSON.stringify(indicators),
        verificationPlace("indicatorsSealed", verificationId),
      ),
      reasonSealed: seal(
        pick(reasons[verification as keyof typeof reasons]),
        verificationPlace("reasonSealed", verificationId),
      ),
      decidedAt: later(0.4 + 0.5 * index),
      decidedById: analyst(),
    });
  });
  if (random() > 0.08) return { decisions, corrected: codes };
  const forms = incidentForms.filter((code) => code === "THREAT" || codes.forms.includes(code));
  const corrected = { ...codes, forms };
  rows.codings.push(codingRow(world, id, corrected, later(0.3), analyst(), pick(corrections)));
  return { decisions, corrected };
}

function indicatorsOf({ random, pick }: DemoWorld, verification: Verification): IndicatorJudgements {
  const likely = { CONFIRMED: 0.5, PROBABLE: 0.3, UNCLEAR: 0.12, REJECTED: 0.04, UNVERIFIED: 0 }[
    verification
  ];
  const proven = pick(biasIndicators.slice(0, 4));
  return Object.fromEntries(
    biasIndicators.map((code) => {
      const present = random() < likely || (verification === "CONFIRMED" && code === proven);
      if (present) return [code, { state: "PRESENT", evidence: pick(evidences[code]) }];
      return [code, { state: random() < 0.4 ? "ABSENT" : "UNKNOWN", evidence: "" }];
    }),
  );
}

export function codingRow(
  world: DemoWorld,
  incidentId: string,
  codes: DemoCodes,
  codedAt: Date,
  codedById: string,
  reason: string | null,
): Prisma.IncidentCodingCreateManyInput {
  const id = world.uuid();
  const reasonSealed = sealNullable(reason, codingPlace(id));
  const { source: _source, ...coded } = codes;
  return { id, incidentId, ...coded, codebookVersion, reasonSealed, codedAt, codedById };
}

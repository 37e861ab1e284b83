import { pledgeTextVersion } from "~/practice/rules/pledge";
import { pledgePlace } from "~/practice/places";
import { decisionPlace } from "~/certification/mentor-place";
import type { DecisionKind } from "~/certification/rules/mentors/facts";
import { defaultProgrammeSettings } from "~/programme/index";
import { seal } from "~/platform/crypto/index.server";
import { addDays, dateToDay, dayOf, dayToDate } from "~/platform/days";
import { inTransaction, type Prisma, type Tx } from "~/platform/db/index.server";
import type { DemoMentor } from "./certification";
import { demoRegion, type DemoWorld } from "./world";

/** Decided about mentors by their place in the list; ended ones lose the role as in the portal. */
const plans: { mentor: number; kind: DecisionKind; daysAgo: number; reason: string }[] = [
  {
    mentor: 11,
    kind: "suspended",
    daysAgo: 6,
    reason: "Tři týdny bez zprávy středisku i mně. Domluvíme se, až se ozve.",
  },
  {
    mentor: 12,
    kind: "ended",
    daysAgo: 60,
    reason: "Odchod za prací do jiného kraje, rozloučili jsme se v dobrém.",
  },
  {
    mentor: 5,
    kind: "suspended",
    daysAgo: 150,
    reason: "Na vlastní žádost přestávka kvůli péči o rodinu.",
  },
  { mentor: 5, kind: "restored", daysAgo: 118, reason: "Návrat po domluvě, začneme jedním klientem." },
];

/** Decisions about mentors, rows of an older register, and one change of the programme's numbers. */
export async function fillMentors(world: DemoWorld, mentors: readonly DemoMentor[]): Promise<void> {
  const today = dayOf(world.now);
  const by = world.accounts.coordinator;
  const decisions = plans.flatMap(({ mentor, kind, daysAgo, reason }) => {
    const about = mentors[mentor];
    return about ? [decisionRow(world, about.id, { kind, day: addDays(today, -daysAgo), reason, by })] : [];
  });
  const whole = world.members.coordinator.find(({ regionCode }) => regionCode === null);
  await inTransaction(async (tx) => {
    await tx.confidentialityPledge.createMany({ data: await pledgesOfGraduates(tx, world) });
    await tx.mentorDecision.createMany({ data: decisions });
    for (const { mentor, kind, daysAgo } of plans) {
      const about = mentors[mentor];
      if (kind !== "ended" || !about) continue;
      const day = addDays(today, -daysAgo);
      await tx.mentor.update({ where: { id: about.id }, data: { endedOn: dayToDate(day), version: 2 } });
      await tx.roleAssignment.updateMany({
        where: { accountId: about.accountId, role: "mentor", endedAt: null },
        data: { endedAt: noon(day), endedById: by },
      });
    }
    await tx.mentor.createMany({
      data: ["UL-STARY-07", "UL-STARY-12"].map((code) => ({
        id: world.uuid(),
        code,
        regionCode: demoRegion,
        createdAt: noon(addDays(today, -300)),
      })),
    });
    await tx.programmeSettings.create({
      data: {
        id: world.uuid(),
        settings: {
          ...defaultProgrammeSettings,
          warnDays: [...defaultProgrammeSettings.warnDays],
          supervisionNoteMonths: 6,
        },
        reason: "Supervizoři si přáli, aby se jejich poznámky držely jen půl roku.",
        createdAt: noon(addDays(today, -75)),
        createdById: whole?.accountId ?? by,
      },
    });
  });
}

/** Nobody is certified without the pledge: the graduates signed theirs before practice. */
async function pledgesOfGraduates(
  tx: Tx,
  world: DemoWorld,
): Promise<Prisma.ConfidentialityPledgeCreateManyInput[]> {
  const enrolments = await tx.enrolment.findMany({
    where: { certificates: { some: {} }, pledges: { none: {} } },
    select: { id: true, accountId: true, run: { select: { startsOn: true } } },
    orderBy: { id: "asc" },
  });
  return enrolments.map(({ id: enrolmentId, accountId, run }) => {
    const id = world.uuid();
    const name = world.members.mentor.find((member) => member.accountId === accountId)?.name ?? "";
    return {
      ...{ id, enrolmentId },
      textVersion: pledgeTextVersion,
      signatureSealed: seal(name, pledgePlace(id)),
      signedAt: noon(addDays(dateToDay(run.startsOn), 14)),
    };
  });
}

function decisionRow(
  world: DemoWorld,
  mentorId: string,
  { kind, day, reason, by }: { kind: DecisionKind; day: string; reason: string; by: string },
): Prisma.MentorDecisionCreateManyInput {
  const id = world.uuid();
  return {
    ...{ id, mentorId, kind },
    fromDay: dayToDate(day),
    reasonSealed: seal(reason, decisionPlace(id)),
    decidedAt: noon(day),
    decidedById: by,
  };
}

function noon(day: string): Date {
  return new Date(dayToDate(day).getTime() + 11 * 3_600_000);
}

import { seal } from "~/platform/crypto/index.server";
import { addDays, dayOf } from "~/platform/days";
import { db, inTransaction, type Prisma, type Tx } from "~/platform/db/index.server";
import { draftPlace, presencePlace } from "~/practice/places";
import { draftText } from "~/practice/rules/draft-fields";
import type { DemoMentor } from "./certification";
import type { DemoCourse } from "./course";
import type { DemoWorld } from "./world";

/** Trainees whom mentor@demo.test guides, the first ones of the list. */
const guidedByFirst = 4;
/** Days before the first entry when guides were assigned. */
const assignedBefore = 5;
/** The trainee whose guide says of a waiting entry that nobody was there. */
const deniedTrainee = 5;

interface Rows {
  guides: Prisma.TraineeGuideCreateManyInput[];
  words: Prisma.PresenceConfirmationCreateManyInput[];
}

/** Gives the trainees of the run under way their guides, confirms what they wrote, and leaves one draft begun. */
export async function fillGuides(world: DemoWorld, course: DemoCourse, mentors: DemoMentor[]): Promise<void> {
  const working = mentors.filter(({ endedOn }) => endedOn === null);
  const trainees = await traineesWithEntries(world, course);
  const rows: Rows = { guides: [], words: [] };
  const entryGuides = new Map<string, string>();
  trainees.forEach(({ enrolmentId, entries }, index) => {
    const guide = index < guidedByFirst ? working[0]! : working[1 + (index % 3)]!;
    const first = entries[0]?.createdAt ?? world.now;
    const assignedAt = new Date(first.getTime() - assignedBefore * 86_400_000);
    if (index === 0) rows.guides.push(guideRow(world, enrolmentId, working[2]!.id, assignedAt, first));
    rows.guides.push(guideRow(world, enrolmentId, guide.id, assignedAt));
    for (const [order, entry] of entries.entries()) {
      entryGuides.set(entry.id, guide.id);
      const waits = entry.state === "submitted" && (index < guidedByFirst || order % 2 === 0);
      if (!waits) rows.words.push(word(world, entry, guide.id, index !== deniedTrainee));
    }
  });
  await inTransaction(async (tx) => {
    await tx.traineeGuide.createMany({ data: rows.guides });
    for (const guideId of new Set(entryGuides.values())) {
      const ids = [...entryGuides].filter(([, guide]) => guide === guideId).map(([id]) => id);
      await tx.practiceEntry.updateMany({ where: { id: { in: ids } }, data: { guideId } });
    }
    await tx.presenceConfirmation.createMany({ data: rows.words });
    await addDraft(tx, world, trainees[0]!.enrolmentId);
  });
}

type Entry = { id: string; state: string; createdAt: Date };

/** Trainees of the run in the order of the demo's list, those who wrote something, the oldest entry first. */
async function traineesWithEntries(world: DemoWorld, course: DemoCourse) {
  const enrolments = await db().enrolment.findMany({
    where: { runId: course.runningRun, practiceEntries: { some: {} } },
    select: {
      id: true,
      accountId: true,
      practiceEntries: {
        where: { state: { not: "withdrawn" } },
        select: { id: true, state: true, createdAt: true },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      },
    },
  });
  return world.members.trainee.flatMap(({ accountId }) => {
    const own = enrolments.find((enrolment) => enrolment.accountId === accountId);
    return own ? [{ enrolmentId: own.id, entries: own.practiceEntries as Entry[] }] : [];
  });
}

function guideRow(
  world: DemoWorld,
  enrolmentId: string,
  mentorId: string,
  assignedAt: Date,
  endedAt: Date | null = null,
): Prisma.TraineeGuideCreateManyInput {
  const by = world.accounts.trainer;
  return {
    id: world.uuid(),
    enrolmentId,
    mentorId,
    assignedAt,
    assignedById: by,
    endedAt,
    endedById: endedAt && by,
  };
}

/** What the guide says two hours after it was written; of what still waits it may be that nobody was there. */
function word(
  world: DemoWorld,
  { id: entryId, state, createdAt }: Entry,
  mentorId: string,
  present: boolean,
): Prisma.PresenceConfirmationCreateManyInput {
  const id = world.uuid();
  const wasThere = present || state !== "submitted";
  const reason = "V tu dobu jsem byl na jiné schůzce. Domluvili jsme se až na další týden.";
  return {
    id,
    entryId,
    entryVersion: 1,
    mentorId,
    present: wasThere,
    reasonSealed: wasThere ? null : seal(reason, presencePlace(id)),
    confirmedAt: new Date(Math.min(createdAt.getTime() + 7_200_000, world.now.getTime() - 120_000)),
  };
}

/** What trainee@demo.test began yesterday on the way home. */
async function addDraft(tx: Tx, world: DemoWorld, enrolmentId: string): Promise<void> {
  const id = world.uuid();
  const yesterday = addDays(dayOf(world.now), -1);
  const text = draftText({
    day: yesterday,
    from: "14:00",
    activity: "home_visit",
    place: "client_home",
    note: "Byli jsme u klienta kvůli splátkovému kalendáři. Dopsat, co jsme domluvili…",
  });
  const savedAt = new Date(world.now.getTime() - 15 * 3_600_000);
  await tx.practiceDraft.create({
    data: { id, enrolmentId, contentSealed: seal(text, draftPlace(id)), createdAt: savedAt, savedAt },
  });
}

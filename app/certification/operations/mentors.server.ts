import { randomUUID } from "node:crypto";
import { namesOf } from "~/people/index.server";
import { db, lockRow, type Prisma, type Tx } from "~/platform/db/index.server";
import { isAssignable, mentorStanding, type MentorState } from "../rules/mentors/standing";
import { mentorFacts, mentorsWithFacts, type MentorFacts } from "./mentors/standings.server";

export { becomeMentor } from "./mentors/become-mentor.server";
export type { MentorFacts } from "./mentors/standings.server";

/** A mentor as a choice: for assigning a case, for a label of an old assignment. */
export interface MentorOption extends MentorFacts {
  /** Null for a row taken over from an older register. */
  name: string | null;
  standing: { state: MentorState; dueOn: string | null };
  /** Only an active mentor takes new cases and guides trainees. */
  assignable: boolean;
}

/** Mentors a case may be given to, by name and code; a region also matches mentors without one. */
export async function assignableMentors(
  { regionCode }: { regionCode?: string | null },
  today: string,
  reader: Tx = db(),
): Promise<MentorOption[]> {
  const inRegion = regionCode ? { OR: [{ regionCode }, { regionCode: null }] } : {};
  return (await mentorOptions(inRegion, today, reader)).filter(({ assignable }) => assignable);
}

/** Mentors of a where-clause as choices, by name and code, those too who cannot be chosen now. */
export async function mentorOptions(
  where: Prisma.MentorWhereInput,
  today: string,
  reader: Tx = db(),
): Promise<MentorOption[]> {
  const mentors = await mentorsWithFacts(where, reader);
  const names = await namesOf(
    mentors.flatMap(({ accountId }) => accountId ?? []),
    reader,
  );
  const label = ({ name, code }: MentorOption) => name ?? code;
  return mentors
    .map(({ id, code, accountId, regionCode, certifiedOn, endedOn, facts }): MentorOption => {
      const { state, dueOn } = mentorStanding(facts, today);
      return {
        ...{ id, code, accountId, regionCode, certifiedOn, endedOn },
        name: (accountId && names.get(accountId)) || null,
        standing: { state, dueOn },
        assignable: isAssignable(state),
      };
    })
    .sort((a, b) => label(a).localeCompare(label(b), "cs") || a.code.localeCompare(b.code));
}

/** The same facts of given mentors, ended ones too. */
export async function mentorsById(
  ids: Iterable<string>,
  today: string,
  reader: Tx = db(),
): Promise<Map<string, MentorOption>> {
  const options = await mentorOptions({ id: { in: [...new Set(ids)] } }, today, reader);
  return new Map(options.map((option) => [option.id, option]));
}

/** The mentor an account is, or null. */
export async function mentorOf(accountId: string, reader: Tx = db()): Promise<MentorFacts | null> {
  const row = await reader.mentor.findUnique({ where: { accountId } });
  return row && mentorFacts(row);
}

/** Finds a mentor by code, or makes one without an account: rows of older registers. */
export async function ensureMentor(
  tx: Tx,
  { code, regionCode = null, now }: { code: string; regionCode?: string | null; now: Date },
): Promise<string> {
  await lockRow(tx, `mentor:${code}`);
  const known = await tx.mentor.findUnique({ where: { code }, select: { id: true } });
  if (known) return known.id;
  const id = randomUUID();
  await tx.mentor.create({ data: { id, code, regionCode, createdAt: now } });
  return id;
}

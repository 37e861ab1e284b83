import { randomUUID } from "node:crypto";
import { namesOf } from "~/people/index.server";
import { supervisionDaysOfMentors } from "~/practice/index.server";
import { dateToDay, dayOf, dayToDate } from "~/platform/days";
import { db, lockRow, type Prisma, type Tx } from "~/platform/db/index.server";
import { isAssignable, mentorStanding, type MentorState } from "../rules/mentor-standing";
import { mentorCodePrefix, nextMentorCode } from "../rules/numbering";

/** A row of the register of mentors; days are `YYYY-MM-DD`. */
export interface MentorFacts {
  id: string;
  code: string;
  accountId: string | null;
  regionCode: string | null;
  certifiedOn: string | null;
  endedOn: string | null;
}

/** A mentor as a choice: for assigning a case, for a label of an old assignment. */
export interface MentorOption extends MentorFacts {
  /** Null for a row taken over from an older register. */
  name: string | null;
  standing: { state: MentorState; dueOn: string | null };
  assignable: boolean;
}

/** Mentors a case may be given to, by name and code; a region also matches mentors without one. */
export async function assignableMentors(
  { regionCode }: { regionCode?: string | null },
  today: string,
  reader: Tx = db(),
): Promise<MentorOption[]> {
  const inRegion = regionCode ? { OR: [{ regionCode }, { regionCode: null }] } : {};
  const options = await mentorOptions({ ...inRegion, endedOn: null }, today, reader);
  const label = ({ name, code }: MentorOption) => name ?? code;
  return options
    .filter(({ assignable }) => assignable)
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

/** Makes a certified person a mentor, or renews the row of one who had ended. */
export async function becomeMentor(
  tx: Tx,
  { accountId, regionCode, now }: { accountId: string; regionCode: string; now: Date },
): Promise<{ id: string; code: string }> {
  const today = dayToDate(dayOf(now));
  const prefix = mentorCodePrefix(regionCode);
  await lockRow(tx, `mentor-code:${prefix}`);
  const known = await tx.mentor.findUnique({ where: { accountId } });
  if (known) {
    const certifiedOn = known.endedOn ? today : (known.certifiedOn ?? today);
    await tx.mentor.update({
      where: { id: known.id },
      data: {
        certifiedOn,
        endedOn: null,
        regionCode: known.regionCode ?? regionCode,
        version: { increment: 1 },
      },
    });
    return { id: known.id, code: known.code };
  }
  const taken = await tx.mentor.findMany({ where: { code: { startsWith: prefix } }, select: { code: true } });
  const code = nextMentorCode(
    prefix,
    taken.map((mentor) => mentor.code),
  );
  const id = randomUUID();
  await tx.mentor.create({ data: { id, code, accountId, regionCode, certifiedOn: today, createdAt: now } });
  return { id, code };
}

async function mentorOptions(
  where: Prisma.MentorWhereInput,
  today: string,
  reader: Tx,
): Promise<MentorOption[]> {
  const facts = (await reader.mentor.findMany({ where })).map(mentorFacts);
  const names = await namesOf(
    facts.flatMap(({ accountId }) => (accountId ? [accountId] : [])),
    reader,
  );
  const days = await supervisionDaysOfMentors(
    facts.map(({ id }) => id),
    reader,
  );
  return facts.map((mentor) => {
    const { state, dueOn } = mentorStanding({ ...mentor, supervisionDays: days.get(mentor.id) ?? [] }, today);
    return {
      ...mentor,
      name: (mentor.accountId && names.get(mentor.accountId)) || null,
      standing: { state, dueOn },
      assignable: isAssignable(state),
    };
  });
}

function mentorFacts(row: Prisma.MentorGetPayload<object>): MentorFacts {
  const { id, code, accountId, regionCode } = row;
  return {
    id,
    code,
    accountId,
    regionCode,
    certifiedOn: row.certifiedOn && dateToDay(row.certifiedOn),
    endedOn: row.endedOn && dateToDay(row.endedOn),
  };
}

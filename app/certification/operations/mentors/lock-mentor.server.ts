import { executeSqlIn, type Tx } from "~/platform/db/index.server";

/**
 * Holds a mentor's row as it is until the transaction ends: whoever decides about the mentor, or revokes the
 * certificate, writes that row and waits. Take it before reading the standing that something is built upon.
 */
export async function holdMentor(tx: Tx, mentorId: string): Promise<void> {
  await executeSqlIn(tx)('SELECT "id" FROM "mentors" WHERE "id" = $1::uuid FOR SHARE', [mentorId]);
}

/** The same for somebody who is going to write it. */
export async function lockMentor(tx: Tx, mentorId: string): Promise<void> {
  await executeSqlIn(tx)('SELECT "id" FROM "mentors" WHERE "id" = $1::uuid FOR UPDATE', [mentorId]);
}

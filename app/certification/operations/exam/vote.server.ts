import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import type { ExamPart } from "../../codes";
import { canStep } from "../../rules/exam/exam-day-steps";
import { lockExamDay, refusal } from "./exam-day-row.server";
import { examPeople } from "./exam-people.server";
import { partsOnDay } from "./parts-of-candidate.server";

/** One vote; null takes an earlier one back. */
export interface Ballot {
  candidateId: string;
  part: ExamPart;
  vote: boolean | null;
}

/**
 * A member votes about parts of those present, for nobody but himself; all of the ballots or none.
 * @throws AppError notFound without a seat or for a stranger, invalid with the field for somebody not present
 *   or a part that is not examined, or when the day is not open
 */
export async function castVotes(
  actor: Actor,
  { id, votes }: { id: string | undefined; votes: readonly Ballot[] },
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    const { day, seat } = await lockExamDay(tx, actor, id);
    if (!seat) throw new AppError("notFound");
    if (!canStep(day.state, "vote")) throw refusal("state");
    const enrolmentIds = day.candidates.map(({ enrolmentId }) => enrolmentId);
    const people = await examPeople({ enrolmentIds }, tx);
    for (const { candidateId, part, vote } of votes) {
      const field = `vote-${candidateId}-${part}`;
      const candidate = day.candidates.find((one) => one.id === candidateId);
      const person = candidate && people.get(candidate.enrolmentId);
      if (!candidate || !person) throw new AppError("notFound");
      if (candidate.state !== "present") throw refusal("notPresent", field);
      if (!partsOnDay(day, candidate, person).includes(part)) throw refusal("otherPart", field);
      const key = { candidateId, part, memberId: seat.id };
      const earlier = candidate.votes.find((one) => one.memberId === seat.id && one.part === part);
      if (vote === null) await tx.examVote.deleteMany({ where: key });
      else if (earlier?.passed !== vote) {
        await tx.examVote.upsert({
          where: { candidateId_part_memberId: key },
          create: { ...key, passed: vote, votedAt: now },
          update: { passed: vote, votedAt: now },
        });
      }
    }
    await audit(tx, {
      actor: actor.accountId,
      action: "exam.vote",
      subject: { kind: "exam-day", id: day.id },
      details: { votes: votes.filter(({ vote }) => vote !== null).length },
      at: now,
    });
  });
}

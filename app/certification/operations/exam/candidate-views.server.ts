import { unsealNullable } from "~/platform/crypto/index.server";
import { dateToDay } from "~/platform/days";
import type { ExamPart } from "../../codes";
import { excusePlace } from "../../exam-places";
import type { CandidacyRefusal } from "../../rules/exam/candidacy";
import { commissionSize, identityDocuments, type CandidateState } from "../../rules/exam/codes";
import type { IdentityDocument } from "../../rules/exam/codes";
import { excuseUntil, substituteUntil } from "../../rules/exam/deadlines";
import { resultOf, tallyOf, type Tally } from "../../rules/exam/majority";
import type { ProtocolContent, TwoBasisAdmission } from "../../rules/exam/protocol-content";
import type { TraineeStanding } from "../../rules/trainee-standing";
import type { ExamCandidateRow, ExamDayRow, ExamMemberRow } from "./exam-day-row.server";
import { deadlinesOf, type ExamDeadlines } from "./exam-deadlines-of.server";
import type { ExamPerson } from "./exam-people.server";
import { isCzechHoliday } from "./holidays.server";
import { candidacyOnDay } from "./parts-of-candidate.server";
import { readAdmission } from "./stored-admission.server";

/** One part of one person. Others' votes are in it only once all three are there. */
export interface ExamPartView {
  part: ExamPart;
  attempt: 1 | 2;
  own: boolean | null;
  tally: Tally | null;
  result: boolean | null;
}

export interface ExamCandidateView {
  id: string;
  enrolmentId: string;
  name: string;
  state: CandidateState;
  /** As it was at letting in, before that as it is now. */
  admission: TwoBasisAdmission;
  standing: TraineeStanding;
  refusal: CandidacyRefusal | null;
  identity: { document: IdentityDocument; at: string; by: string } | null;
  parts: ExamPartView[];
  deadlines: ExamDeadlines;
  excuse: { on: string; accepted: boolean; reason: string | null } | null;
}

/** Everybody on the list, as one member (or the organiser without a seat) may see them; by name. */
export function candidateViews(input: {
  day: ExamDayRow;
  people: ReadonlyMap<string, ExamPerson>;
  names: ReadonlyMap<string, string>;
  content: ProtocolContent | null;
  seat: ExamMemberRow | null;
}): ExamCandidateView[] {
  const { day, people, names, content, seat } = input;
  return day.candidates
    .map((candidate) => {
      const person = people.get(candidate.enrolmentId)!;
      const frozen = content?.candidates.find(({ candidateId }) => candidateId === candidate.id);
      const now = frozen ? null : candidacyOnDay(day, candidate, person);
      const { identityCheckedAt, identityCheckedById } = candidate;
      const document = identityDocuments.find((one) => one === candidate.identityDocument);
      return {
        id: candidate.id,
        enrolmentId: candidate.enrolmentId,
        name: frozen?.name ?? person.name,
        state: candidate.state,
        admission: readAdmission(candidate.admission) ?? person.admission,
        standing: person.standing,
        refusal: candidate.state === "expected" ? (now?.refusal ?? null) : null,
        identity:
          document && identityCheckedAt
            ? {
                document,
                at: identityCheckedAt.toISOString(),
                by: (identityCheckedById && names.get(identityCheckedById)) || "–",
              }
            : null,
        parts: frozen
          ? frozen.parts.map(({ part, attempt, votes, passed }) => ({
              ...ownVote(candidate, seat, part),
              attempt,
              tally: votes,
              result: passed,
            }))
          : (now?.parts ?? []).map((part) => openPart(candidate, person, seat, part)),
        deadlines: deadlinesOnDay(day, candidate, person),
        excuse: excuseOf(candidate),
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name, "cs"));
}

function ownVote({ votes }: ExamCandidateRow, seat: ExamMemberRow | null, part: ExamPart) {
  const own = votes.find((vote) => vote.memberId === seat?.id && vote.part === part);
  return { part, own: own?.passed ?? null };
}

function openPart(
  candidate: ExamCandidateRow,
  { results }: ExamPerson,
  seat: ExamMemberRow | null,
  part: ExamPart,
): ExamPartView {
  const given = candidate.votes.filter((vote) => vote.part === part).map(({ passed }) => passed);
  return {
    ...ownVote(candidate, seat, part),
    attempt: results.some((result) => result.part === part) ? 2 : 1,
    tally: given.length === commissionSize ? tallyOf(given) : null,
    result: resultOf(given),
  };
}

/** An absence on this day, whether it is closed yet or not; otherwise what runs for the person anyway. */
function deadlinesOnDay(day: ExamDayRow, candidate: ExamCandidateRow, person: ExamPerson): ExamDeadlines {
  if (candidate.state !== "absent") return deadlinesOf(person);
  const missedOn = dateToDay(day.heldOn);
  const { excuseAccepted } = candidate;
  return {
    ...deadlinesOf(person),
    excuseUntil: excuseAccepted === null ? excuseUntil(missedOn, person.settings, isCzechHoliday) : null,
    substituteUntil: excuseAccepted ? substituteUntil(missedOn, person.settings) : null,
  };
}

function excuseOf({
  id,
  excusedOn,
  excuseAccepted,
  excuseSealed,
}: ExamCandidateRow): ExamCandidateView["excuse"] {
  if (excusedOn === null || excuseAccepted === null) return null;
  return {
    on: dateToDay(excusedOn),
    accepted: excuseAccepted,
    reason: unsealNullable(excuseSealed, excusePlace(id)),
  };
}

import { namesOf, organisationOf } from "~/people/index.server";
import { dateToDay } from "~/platform/days";
import type { Tx } from "~/platform/db/index.server";
import { resultOf, tallyOf } from "../../rules/exam/majority";
import { identityDocuments } from "../../rules/exam/codes";
import type { ProtocolCandidate, ProtocolContent } from "../../rules/exam/protocol-content";
import { examPassedOn } from "../../rules/exam-results";
import type { ExamCandidateRow, ExamDayRow } from "./exam-day-row.server";
import { examPeople, type ExamPerson } from "./exam-people.server";
import { partsOnDay } from "./parts-of-candidate.server";
import { readReopenings } from "./protocol-store.server";
import { readAdmission } from "./stored-admission.server";

/** What the protocol of a day says, when everybody is decided and all the votes are there. */
export async function protocolContent(
  tx: Tx,
  day: ExamDayRow,
  { closedById, now }: { closedById: string; now: Date },
): Promise<ProtocolContent> {
  const people = await examPeople({ enrolmentIds: day.candidates.map((one) => one.enrolmentId) }, tx);
  const names = await namesOf(
    [
      closedById,
      ...day.members.map(({ accountId }) => accountId),
      ...day.candidates.flatMap(({ identityCheckedById }) => identityCheckedById ?? []),
    ],
    tx,
  );
  const nameOf = (accountId: string | null) => (accountId && names.get(accountId)) || "–";
  const { organisationId, name, town, accreditationNumber } = day.run;
  const provider = organisationId ? await organisationOf(organisationId, tx) : null;
  const candidates = day.candidates
    .map((candidate) => candidateOf(day, candidate, people.get(candidate.enrolmentId)!, nameOf))
    .sort((a, b) => a.name.localeCompare(b.name, "cs") || a.candidateId.localeCompare(b.candidateId));
  return {
    version: 1,
    examDayId: day.id,
    provider: provider?.name ?? null,
    run: { name, town, accreditationNumber },
    kind: day.kind,
    day: dateToDay(day.heldOn),
    startMinute: day.startMinute,
    place: day.place,
    parts: [...day.parts],
    commission: day.members.map(({ accountId, chair, declaredAt, declarationVersion }) => ({
      name: nameOf(accountId),
      chair,
      declaredAt: declaredAt?.toISOString() ?? "",
      declarationVersion: declarationVersion ?? 0,
    })),
    candidates,
    reopenings: readReopenings(day),
    closedAt: now.toISOString(),
    closedBy: nameOf(closedById),
  };
}

function candidateOf(
  day: ExamDayRow,
  candidate: ExamCandidateRow,
  person: ExamPerson,
  nameOf: (accountId: string | null) => string,
): ProtocolCandidate {
  const { id: candidateId, enrolmentId, identityCheckedAt, identityCheckedById } = candidate;
  const document = identityDocuments.find((one) => one === candidate.identityDocument);
  const present = candidate.state === "present";
  const parts = present
    ? partsOnDay(day, candidate, person).map((part) => partOf(candidate, person, part))
    : [];
  const heldOn = dateToDay(day.heldOn);
  const results = [...person.results, ...parts.map(({ part, passed }) => ({ part, passed, heldOn }))];
  return {
    candidateId,
    enrolmentId,
    name: person.name,
    state: present ? "present" : "absent",
    admission: readAdmission(candidate.admission),
    identity:
      present && document && identityCheckedAt
        ? { document, at: identityCheckedAt.toISOString(), by: nameOf(identityCheckedById) }
        : null,
    parts,
    examPassed: examPassedOn(results, person.settings.examParts) !== null,
  };
}

function partOf(
  { votes }: ExamCandidateRow,
  { results }: ExamPerson,
  part: ProtocolCandidate["parts"][number]["part"],
): ProtocolCandidate["parts"][number] {
  const given = votes.filter((vote) => vote.part === part).map(({ passed }) => passed);
  const attempt = results.some((result) => result.part === part) ? 2 : 1;
  return { part, attempt, votes: tallyOf(given), passed: resultOf(given) === true };
}

import type { Actor } from "~/access/index.server";
import { namesOf } from "~/people/index.server";
import { daysBetween, dayOf } from "~/platform/days";
import { db, type Tx } from "~/platform/db/index.server";
import { programmeSettings } from "~/programme/index.server";
import { mentorExperience, openCaseCounts, whereCase } from "~/registry/index.server";
import { experienceRuleOf, missingExperience, type MissingExperience } from "~/registry/index";
import type { MentorFilter } from "../../mentor-schema";
import { foldText } from "../../rules/fold-text";
import { byCases, byName, byUrgency, countsByState } from "../../rules/mentors/board-order";
import { mentorStanding, type MentorState, type MentorStanding } from "../../rules/mentors/standing";
import { whereMentor } from "./mentor-scope.server";
import { mentorsWithFacts, type MentorCertificate } from "./standings.server";

/** A mentor on the coordinator's board. */
export interface BoardRow {
  id: string;
  code: string;
  name: string | null;
  /** What the row is sorted by: the name, or the code when there is none. */
  label: string;
  regionCode: string | null;
  state: MentorState;
  cause: MentorStanding["cause"];
  dueOn: string | null;
  /** Days to the deadline, negative when it has passed. */
  daysLeft: number | null;
  exemptTo: string | null;
  lastSupervisionOn: string | null;
  certifiedOn: string | null;
  certificate: MentorCertificate | null;
  /** null: experienced enough for clients of social curators. */
  missing: MissingExperience | null;
  /** Open cases among those the coordinator may see. */
  openCases: number;
}

export interface Board {
  /** What the filter leaves, in the order asked for. */
  rows: BoardRow[];
  /** Of all mentors within reach, whatever the filter says. */
  counts: Record<MentorState, number>;
  total: number;
  /** Regions somebody is in; null: of unknown region. */
  regions: (string | null)[];
}

const orders = { urgency: byUrgency, name: byName, cases: byCases };

/** All mentors within a coordinator's reach with their standing, narrowed and sorted. */
export async function readBoard(
  actor: Actor,
  filter: MentorFilter,
  { now }: { now: Date },
  reader: Tx = db(),
): Promise<Board> {
  const all = await boardRows(actor, dayOf(now), reader);
  const wanted = foldText(filter.hledat);
  const rows = all.filter(
    ({ state, regionCode, name, code }) =>
      inState(filter.stav, state) &&
      (!filter.kraj || regionCode === filter.kraj) &&
      (wanted === "" || foldText(`${name ?? ""} ${code}`).includes(wanted)),
  );
  return {
    rows: rows.sort(orders[filter.razeni]),
    counts: countsByState(all),
    total: all.length,
    regions: [...new Set(all.map(({ regionCode }) => regionCode))].sort((a, b) =>
      (a ?? "zz").localeCompare(b ?? "zz"),
    ),
  };
}

function inState(wanted: MentorFilter["stav"], state: MentorState): boolean {
  if (wanted === "all") return true;
  return wanted === "working" ? state !== "ended" : state === wanted;
}

async function boardRows(actor: Actor, today: string, reader: Tx): Promise<BoardRow[]> {
  const mentors = await mentorsWithFacts(whereMentor(actor, "mentor:list"), reader);
  const ids = mentors.map(({ id }) => id);
  const names = await namesOf(
    mentors.flatMap(({ accountId }) => accountId ?? []),
    reader,
  );
  const rule = experienceRuleOf(await programmeSettings(reader));
  const experience = await mentorExperience(ids, reader);
  const cases = await openCaseCounts(ids, whereCase(actor, "case:list"), reader);
  return mentors.map(({ id, code, accountId, regionCode, certifiedOn, certificate, facts }) => {
    const { state, cause, dueOn, exemptTo, lastSupervisionOn } = mentorStanding(facts, today);
    const name = (accountId && names.get(accountId)) || null;
    const known = experience.get(id) ?? { since: null, closedCases: 0 };
    return {
      ...{ id, code, name, label: name ?? code, regionCode, certifiedOn, certificate },
      ...{ state, cause, dueOn, exemptTo, lastSupervisionOn },
      daysLeft: dueOn === null ? null : daysBetween(today, dueOn),
      missing: missingExperience(known, today, rule),
      openCases: cases.get(id) ?? 0,
    };
  });
}

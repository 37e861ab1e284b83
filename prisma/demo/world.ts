import type { Role } from "~/access/roles";
import { nameGenerator, type DemoPerson } from "./names";
import { seededRandom, seededUuid } from "./random";

/** What every part of the demo starts from: one moment, one sequence of chance, invented people. */
export interface DemoStart {
  /** The moment the demo was filled at; everything lies before it. */
  now: Date;
  /** From 0 (included) to 1 (excluded), the same in every run. */
  random: () => number;
  uuid: () => string;
  pick: <Item>(list: readonly Item[]) => Item;
  /** A whole number between two, both included. */
  between: (from: number, to: number) => number;
  person: (wish?: { woman?: boolean }) => DemoPerson;
}

/** An account of the demo in the role it was made for. */
export interface DemoMember {
  accountId: string;
  name: string;
  email: string;
  role: Role;
  organisationId: string | null;
  regionCode: string | null;
}

export type DemoOrganisation =
  | "rubikon"
  | "iustitia"
  | "pmsDecin"
  | "pmsChomutov"
  | "pmsMost"
  | "pmsRumburk"
  | "pmsUsti"
  | "pmsTeplice"
  | "pmsLouny"
  | "pmsLitomerice"
  | "townDecin"
  | "townMost"
  | "townChomutov"
  | "townUsti";

/** The demo once its people and organisations stand; the other domains build upon it. */
export interface DemoWorld extends DemoStart {
  /** Account of `<role>@demo.test`. */
  accounts: Record<Role, string>;
  /** Everybody in a role; the first one is `<role>@demo.test`. */
  members: Record<Role, DemoMember[]>;
  organisations: Record<DemoOrganisation, string>;
}

/** Region of the demo: Ústecký kraj. */
export const demoRegion = "CZ042";

/** Starts a world at a moment. */
export function startWorld(now: Date, seed = 20_120_430): DemoStart {
  const random = seededRandom(seed);
  return {
    now,
    random,
    uuid: () => seededUuid(random),
    pick: (list) => list[Math.floor(random() * list.length)]!,
    between: (from, to) => from + Math.floor(random() * (to - from + 1)),
    person: nameGenerator(random),
  };
}

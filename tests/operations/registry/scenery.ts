import { randomUUID } from "node:crypto";
import { actorOf, type Actor, type ActorRole } from "~/access/actor";
import { makeAccount, makeOrganisation, testRegion } from "../../support/factories/people";
import { makeMentor } from "../../support/factories/registry";

/** The moment of most tests here: a Tuesday afternoon in Prague. */
export const now = new Date("2026-06-02T13:30:00Z");
export const today = "2026-06-02";

/** Two centres of one region, a town hall, a centre elsewhere, and somebody in each role. */
export async function makeScenery() {
  const centre = await makeOrganisation({ name: "Děčín", town: "Děčín" });
  const otherCentre = await makeOrganisation({ name: "Most", town: "Most" });
  const townHall = await makeOrganisation({
    name: "Magistrát města Děčín",
    kind: "municipality",
    town: "Děčín",
  });
  const elsewhere = await makeOrganisation({ name: "Liberec", town: "Liberec", regionCode: "CZ051" });
  const officer = await makeAccount({
    name: "Ivana Dohledová",
    roles: [{ role: "probation_officer", organisationId: centre.id }],
  });
  const mentorAccount = await makeAccount({ name: "Emil Doprovodil", roles: ["mentor"] });
  const otherMentorAccount = await makeAccount({ roles: ["mentor"] });
  const mentor = await makeMentor({ code: "M-1", accountId: mentorAccount.accountId });
  const otherMentor = await makeMentor({ code: "M-2", accountId: otherMentorAccount.accountId });
  return {
    ...{ centre, otherCentre, townHall, elsewhere, mentor, otherMentor },
    officer: officer.actor,
    mentorActor: mentorAccount.actor,
    otherMentorActor: otherMentorAccount.actor,
    colleague: somebody({ role: "probation_officer", organisationId: centre.id }),
    otherOfficer: somebody({ role: "probation_officer", organisationId: otherCentre.id }),
    curator: somebody({ role: "social_curator", organisationId: townHall.id }),
    coordinator: somebody({ role: "coordinator" }),
    otherCoordinator: somebody({ role: "coordinator", regionCode: "CZ051" }),
    programme: somebody({ role: "coordinator", regionCode: null }),
    administrator: somebody({ role: "administrator" }),
  };
}

export type Scenery = Awaited<ReturnType<typeof makeScenery>>;

/** Names of those in the scenery who act. */
export type Who =
  | "officer"
  | "colleague"
  | "otherOfficer"
  | "curator"
  | "coordinator"
  | "otherCoordinator"
  | "programme"
  | "administrator"
  | "mentorActor"
  | "otherMentorActor";

/** Somebody whose account nobody looks up. */
function somebody(role: Partial<ActorRole> & Pick<ActorRole, "role">): Actor {
  return actorOf({
    accountId: randomUUID(),
    name: "Někdo",
    language: "cs",
    roles: [{ organisationId: null, regionCode: testRegion, ...role }],
  });
}

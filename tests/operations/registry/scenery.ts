import type { Actor } from "~/access/index.server";
import { makeAccount, makeOrganisation } from "../../support/factories/people";
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
  const colleague = await makeAccount({ roles: [{ role: "probation_officer", organisationId: centre.id }] });
  const otherOfficer = await makeAccount({
    roles: [{ role: "probation_officer", organisationId: otherCentre.id }],
  });
  const curator = await makeAccount({ roles: [{ role: "social_curator", organisationId: townHall.id }] });
  const coordinator = await makeAccount({ roles: ["coordinator"] });
  const otherCoordinator = await makeAccount({ roles: [{ role: "coordinator", regionCode: "CZ051" }] });
  const programme = await makeAccount({ roles: [{ role: "coordinator", regionCode: null }] });
  const administrator = await makeAccount({ roles: ["administrator"] });
  const mentorAccount = await makeAccount({ name: "Emil Doprovodil", roles: ["mentor"] });
  const otherMentorAccount = await makeAccount({ roles: ["mentor"] });
  const mentor = await makeMentor({ code: "M-1", accountId: mentorAccount.accountId });
  const otherMentor = await makeMentor({ code: "M-2", accountId: otherMentorAccount.accountId });
  return {
    ...{ centre, otherCentre, townHall, elsewhere, mentor, otherMentor },
    officer: officer.actor,
    colleague: colleague.actor,
    otherOfficer: otherOfficer.actor,
    curator: curator.actor,
    coordinator: coordinator.actor,
    otherCoordinator: otherCoordinator.actor,
    programme: programme.actor,
    administrator: administrator.actor,
    mentorActor: mentorAccount.actor,
    otherMentorActor: otherMentorAccount.actor,
  };
}

export type Scenery = Awaited<ReturnType<typeof makeScenery>>;
/** Names of those in the scenery who act. */
export type Who = { [Key in keyof Scenery]: Scenery[Key] extends Actor ? Key : never }[keyof Scenery];

import { roles, type Role } from "~/access/roles";
import { sealedPerson } from "~/people/account.server";
import { hashPassword } from "~/people/passwords.server";
import { inTransaction, type OrganisationKind, type Prisma } from "~/platform/db/index.server";
import { dayOf, dayToDate } from "~/platform/days";
import { demoRegion, type DemoMember, type DemoOrganisation, type DemoStart, type DemoWorld } from "./world";

export const demoPassword = "Most-Demo-2026";

const organisations: Record<
  DemoOrganisation,
  { name: string; kind: OrganisationKind; town: string; regionCode: string | null }
> = {
  rubikon: { name: "RUBIKON Centrum", kind: "provider", town: "Praha", regionCode: null },
  iustitia: { name: "In IUSTITIA", kind: "monitoring_ngo", town: "Praha", regionCode: null },
  pmsDecin: centre("Děčín"),
  pmsChomutov: centre("Chomutov"),
  pmsMost: centre("Most"),
  pmsRumburk: centre("Rumburk"),
  pmsUsti: centre("Ústí nad Labem"),
  pmsTeplice: centre("Teplice"),
  pmsLouny: centre("Louny"),
  pmsLitomerice: centre("Litoměřice"),
  townDecin: townHall("Magistrát města Děčín", "Děčín"),
  townMost: townHall("Magistrát města Most", "Most"),
  townChomutov: townHall("Magistrát města Chomutova", "Chomutov"),
  townUsti: townHall("Magistrát města Ústí nad Labem", "Ústí nad Labem"),
};

/** Who works where; the first of each role gets `<role>@demo.test`. */
const staff: Record<Role, { where: (DemoOrganisation | null)[]; woman?: boolean }> = {
  applicant: { where: Array<null>(6).fill(null), woman: true },
  trainee: { where: Array<null>(15).fill(null), woman: false },
  mentor: { where: Array<DemoOrganisation>(16).fill("rubikon"), woman: true },
  crime_prevention_assistant: { where: ["townDecin", "townMost", "townMost", "townChomutov"], woman: false },
  trainer: { where: ["rubikon", "rubikon", "rubikon"], woman: true },
  supervisor: { where: ["rubikon", "rubikon"], woman: false },
  probation_officer: {
    where: [
      "pmsDecin",
      "pmsDecin",
      "pmsChomutov",
      "pmsMost",
      "pmsRumburk",
      "pmsUsti",
      "pmsTeplice",
      "pmsLouny",
      "pmsLitomerice",
    ],
    woman: true,
  },
  social_curator: { where: ["townMost", "townDecin", "townUsti"], woman: true },
  adviser: { where: ["rubikon", "rubikon"], woman: false },
  incident_analyst: { where: ["iustitia", "iustitia"], woman: true },
  coordinator: { where: ["rubikon", "rubikon"], woman: false },
  administrator: { where: ["rubikon"], woman: true },
};

/** Makes organisations, the twelve demo accounts and their colleagues. */
export async function fillPeople(start: DemoStart): Promise<DemoWorld> {
  const ids = Object.fromEntries(
    Object.keys(organisations).map((key) => [key, start.uuid()]),
  ) as DemoWorld["organisations"];
  const createdAt = monthsAgo(start.now, 30);
  const members = roles.flatMap((role) =>
    staff[role].where.map((key, index): DemoMember => {
      const { name, given, family } = start.person(index === 0 ? { woman: staff[role].woman } : {});
      return {
        accountId: start.uuid(),
        name,
        email: index === 0 ? `${role}@demo.test` : `${ascii(given)}.${ascii(family)}@demo.test`,
        role,
        organisationId: key && ids[key],
        // The second coordinator answers for the whole programme.
        regionCode: role === "coordinator" && index === 1 ? null : regionOf(role),
      };
    }),
  );
  const passwordHash = await hashPassword(demoPassword);
  const trained = members.filter(({ role }) => role === "mentor" || role === "crime_prevention_assistant");
  const byRole = Object.fromEntries(
    roles.map((role) => [role, members.filter((member) => member.role === role)]),
  ) as DemoWorld["members"];
  const administrator = byRole.administrator[0]!.accountId;
  const analyst = byRole.incident_analyst[0]!.accountId;
  await inTransaction(async (tx) => {
    await tx.organisation.createMany({
      data: Object.entries(organisations).map(([key, values]) => ({
        id: ids[key as DemoOrganisation],
        ...values,
        createdAt,
      })),
    });
    await tx.account.createMany({
      data: members.map((member) => accountRow(member, passwordHash, start.now)),
    });
    await tx.roleAssignment.createMany({
      data: members.map(({ accountId, role, organisationId, regionCode }) => ({
        id: start.uuid(),
        accountId,
        role,
        organisationId,
        regionCode,
        grantedAt: sinceWhen(role, start.now),
        grantedById: role === "applicant" ? null : administrator,
      })),
    });
    await tx.monitoringTraining.createMany({
      // The last mentors wait for the next training, so that the list shows both.
      data: trained.slice(0, -2).map(({ accountId }) => ({
        id: start.uuid(),
        accountId,
        passedOn: dayToDate(dayOf(monthsAgo(start.now, 25))),
        recordedAt: monthsAgo(start.now, 25),
        recordedById: analyst,
      })),
    });
  });
  const accounts = Object.fromEntries(
    roles.map((role) => [role, byRole[role][0]!.accountId]),
  ) as DemoWorld["accounts"];
  return { ...start, accounts, members: byRole, organisations: ids };
}

function accountRow(member: DemoMember, passwordHash: string, now: Date): Prisma.AccountCreateManyInput {
  const createdAt = sinceWhen(member.role, now);
  return {
    id: member.accountId,
    ...sealedPerson(member.accountId, member),
    passwordHash,
    createdAt,
    emailConfirmedAt: createdAt,
    passwordChangedAt: createdAt,
  };
}

function centre(town: string) {
  return { name: `PMS ${town}`, kind: "probation_centre", town, regionCode: demoRegion } as const;
}

function townHall(name: string, town: string) {
  return { name, kind: "municipality", town, regionCode: demoRegion } as const;
}

/** People of the programme's own office and of its partners work for the whole programme. */
function regionOf(role: Role): string | null {
  return ["administrator", "incident_analyst", "applicant"].includes(role) ? null : demoRegion;
}

function sinceWhen(role: Role, now: Date): Date {
  return monthsAgo(now, role === "applicant" ? 0.5 : role === "trainee" ? 5 : 26);
}

function monthsAgo(now: Date, months: number): Date {
  return new Date(now.getTime() - months * 30.4 * 86_400_000);
}

function ascii(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

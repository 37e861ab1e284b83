import { expect } from "@playwright/test";
import { fillFields, press } from "./fields";
import { Person } from "./person";

/** Those who work in the journey, each signed in in a browser of their own. */
export interface Staff {
  coordinator: Person;
  trainer: Person;
  supervisor: Person;
  officer: Person;
  analyst: Person;
}

const organisations = [
  { kind: "provider", name: "RUBIKON Centrum", town: "Praha" },
  { kind: "probation_centre", name: "PMS Děčín", town: "Děčín" },
  { kind: "monitoring_ngo", name: "In IUSTITIA", town: "Praha" },
];

const people: { key: keyof Staff; name: string; role: string; organisation: string; region: string }[] = [
  {
    key: "coordinator",
    name: "Karel Koordinátor",
    role: "coordinator",
    organisation: "RUBIKON Centrum",
    region: "CZ042",
  },
  {
    key: "trainer",
    name: "Lenka Lektorová",
    role: "trainer",
    organisation: "RUBIKON Centrum",
    region: "CZ042",
  },
  {
    key: "supervisor",
    name: "Simona Supervizní",
    role: "supervisor",
    organisation: "RUBIKON Centrum",
    region: "CZ042",
  },
  {
    key: "officer",
    name: "Petra Probační",
    role: "probation_officer",
    organisation: "PMS Děčín",
    region: "CZ042",
  },
  {
    key: "analyst",
    name: "Anna Analytická",
    role: "incident_analyst",
    organisation: "In IUSTITIA",
    region: "all",
  },
];

/** The administrator makes three organisations and invites five people, who all accept. */
export async function inviteEverybody(administrator: Person): Promise<Staff> {
  const { page, world } = administrator;
  for (const { kind, name, town } of organisations) {
    await page.goto("/organizace/nova");
    await fillFields(page, { kind, name, town, regionCode: "CZ042" });
    await press(page, "Přidat organizaci");
    await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  }
  const arrived: Partial<Staff> = {};
  for (const { key, name, role, organisation, region } of people) {
    const email = `${key}@cesta.test`;
    await page.goto("/lide/pozvat");
    const organisationId = await page
      .locator('[name="organisationId"] option', { hasText: organisation })
      .getAttribute("value");
    await fillFields(page, {
      name,
      email,
      roles: [role],
      organisationId: organisationId!,
      regionCode: region,
    });
    await press(page, "Poslat pozvánku");
    await expect(page).toHaveURL(/\/lide$/);
    const person = await Person.arrive(world, name, email);
    await person.acceptInvitation();
    arrived[key] = person;
  }
  return arrived as Staff;
}

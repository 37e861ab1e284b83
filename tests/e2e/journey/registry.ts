import { expect } from "@playwright/test";
import { fillFields, press, settled } from "./fields";
import type { Staff } from "./people";
import type { Person } from "./person";

/** Referral, assignment, a home visit from a phone, a signed evaluation, and the report that counts them. */
export async function workOnCase({ officer, coordinator }: Staff, mentor: Person): Promise<void> {
  const { clock } = mentor.world;
  await officer.signIn();
  await officer.page.goto("/pripady/doporucit");
  await fillFields(officer.page, {
    name: "Josef Vymyšlený",
    birthYear: "1988",
    town: "Děčín",
    type: "B",
    typeReason: "Na schůzky chodí nepravidelně, doma pomáhá sestra.",
    sanction: "community_service",
    help: "Potřebuje připomínat docházku na obecně prospěšné práce.",
  });
  await press(officer.page, "Odeslat doporučení");
  await expect(officer.page).toHaveURL(/\/pripady\/[0-9a-f-]{36}/);
  const casePath = new URL(officer.page.url()).pathname;

  await coordinator.signIn();
  await coordinator.page.goto(`${casePath}/prirazeni`);
  await coordinator.page.getByLabel(mentor.name).check();
  await press(coordinator.page, "Přidělit");

  clock.forward({ days: 1 });
  await mentor.signIn();
  await mentor.page.goto("/pripady");
  await mentor.page.locator(`main a[href^="${casePath}"]`).first().click();
  await settled(mentor.page);
  await mentor.page.goto(`${casePath}/cinnost`);
  await fillFields(mentor.page, {
    day: clock.day(),
    start: "08:00",
    result: "done",
    duration: "45",
    kind: "home_visit",
    place: "client_home",
    note: "Probrali jsme, kdy a kam má klient chodit. Napsal si to do kalendáře.",
    nextStep: "V pondělí zavolat, jestli došel.",
  });
  await press(mentor.page, "Uložit zápis");
  await expect(mentor.page.locator("main")).toContainText("Probrali jsme");

  clock.forward({ days: 60 });
  await officer.signIn();
  await officer.page.goto(`${casePath}/hodnoceni`);
  const criteria = ["cooperation", "sentence", "skills", "information"];
  await fillFields(officer.page, {
    ...Object.fromEntries(criteria.map((code) => [`criterion_${code}`, "yes"])),
    successful: "yes",
    signedOn: clock.day(),
  });
  await press(officer.page, "Podepsat hodnocení");

  await coordinator.signIn();
  await coordinator.page.goto(`/vykazy?od=${clock.day(-90)}&do=${clock.day()}`);
  const row = coordinator.page.getByRole("row", { name: /PMS Děčín/ });
  for (const column of [1, 2, 3]) await expect(row.getByRole("cell").nth(column)).toContainText("1");
  await row.getByRole("link").last().click();
  await settled(coordinator.page);
  await expect(coordinator.page.locator(`main a[href^="${casePath}"]`).first()).toBeVisible();
}

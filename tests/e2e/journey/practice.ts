import { expect, type Page } from "@playwright/test";
import { openRunPage } from "./course";
import { fillFields, press, settled } from "./fields";
import type { Staff } from "./people";
import { Person, type World } from "./person";

/** Pledge, four days of ten hours, one entry returned and corrected, one supervision. */
export async function practise(staff: Staff, trainee: Person, run: string): Promise<void> {
  const { page, world } = trainee;
  await page.goto("/praxe/slib");
  await fillFields(page, { signature: trainee.name });
  await press(page, "Podepsat slib");
  world.clock.forward({ days: 6 });
  await trainee.signIn();
  for (const offset of [-4, -3, -2, -1]) {
    await logDay(page, world.clock.day(offset), "07:00", "17:00");
    await expect(page).toHaveURL(/\/praxe$/);
  }
  await logDay(page, world.clock.day(-1), "16:00", "18:00");
  await expect(page.getByRole("alert")).toContainText("už máte jiný zápis");
  await logDay(page, world.clock.day(1), "07:00", "08:00");
  await expect(page.getByRole("alert")).toBeVisible();
  await returnOne(staff.trainer);
  await correctReturned(page);
  await approveAll(staff.trainer);
  await meetSupervisor(staff.supervisor, trainee, run);
}

async function logDay(page: Page, day: string, from: string, to: string): Promise<void> {
  await page.goto("/praxe/novy");
  const note = "Doprovod na úřad práce a nácvik telefonátu. Naučil jsem se mluvit stručně.";
  await fillFields(page, { day, from, to, activity: "authorities", place: "authority", note });
  await press(page, "Odeslat ke schválení");
}

async function returnOne(trainer: Person): Promise<void> {
  const { page } = trainer;
  await trainer.signIn();
  await page.goto("/praxe/ke-schvaleni");
  await page.locator('main a[href^="/praxe/"]:not([href$="ke-schvaleni"])').first().click();
  await settled(page);
  await fillFields(page, { reason: "Doplňte prosím, co jste se naučil." });
  await press(page, "Vrátit k opravě");
}

async function correctReturned(page: Page): Promise<void> {
  await page.goto("/");
  await expect(page.getByRole("link", { name: /vrátil 1 zápis praxe/ })).toBeVisible();
  await page.goto("/praxe");
  const row = page.locator("main tr, main li").filter({ hasText: "vráceno k opravě" });
  await row.getByRole("link").first().click();
  await settled(page);
  await fillFields(page, { note: "Doprovod na úřad práce. Naučil jsem se připravit si otázky předem." });
  await press(page, "Poslat opravené");
}

/** The first run has no mentor yet who could guide: each entry is approved with the reason why nobody confirmed it. */
async function approveAll({ page }: Person): Promise<void> {
  await page.goto("/praxe/ke-schvaleni");
  const entries = page.locator('main [name="entry"]');
  await expect(entries).toHaveCount(4);
  for (const entry of await entries.all()) await entry.check();
  await press(page, "Schválit vybrané");
  await expect(page.getByText("průvodce ho ještě nepotvrdil")).toHaveCount(4);
  for (let left = 4; left > 0; left -= 1) {
    await page.goto("/praxe/ke-schvaleni");
    await expect(entries).toHaveCount(left);
    await page.getByRole("link", { name: "Otevřít nebo vrátit" }).first().click();
    await settled(page);
    await fillFields(page, { without: "V kraji ještě není mentor, který by provázel. Byl jsem u toho." });
    await press(page, "Schválit");
  }
  await page.goto("/praxe/ke-schvaleni");
  await expect(page.getByText("Všechno je vyřízené")).toBeVisible();
}

async function meetSupervisor(supervisor: Person, trainee: Person, run: string): Promise<void> {
  const { page, world } = supervisor;
  await supervisor.signIn();
  await page.goto("/supervize/zapis");
  const option = await page.locator('[name="beh"] option', { hasText: run }).getAttribute("value");
  await fillFields(page, { beh: option! });
  await page.locator('main form[method="get"] button').click();
  await settled(page);
  await fillFields(page, {
    day: world.clock.day(-2),
    from: "18:00",
    minutes: "90",
    place: "in_person",
    town: "Děčín",
    form: "group",
  });
  await page.getByLabel(trainee.name).first().check();
  await press(page, "Uložit setkání");
  await expect(page).toHaveURL(/\/supervize\/[0-9a-f-]{36}$/);
}

/** The certificate. @returns the code printed on it */
export async function certify({ trainer }: Staff, trainee: Person, run: string): Promise<string> {
  const { page } = trainer;
  await trainer.signIn();
  await openRunPage(page, run);
  await page.getByRole("link", { name: trainee.name }).first().click();
  await settled(page);
  await page.getByRole("button", { name: "Vydat osvědčení" }).first().click();
  await press(page, "Vydat osvědčení", page.getByRole("dialog"));
  await expect(page).toHaveURL(/\/osvedceni\/[0-9a-f-]{36}/);
  const download = page.waitForEvent("download");
  await page.locator('a[href$="/pdf"]').first().click();
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
  const verification = await page.locator('a[href^="/overeni/"]').first().getAttribute("href");
  return verification!.replace("/overeni/", "");
}

/** A stranger with the paper sees that it is valid, and one with a wrong code that it is unknown. */
export async function verifyCertificate(world: World, trainee: Person, code: string): Promise<void> {
  const stranger = await Person.arrive(world, "Kdokoli", "kdokoli@cesta.test", true);
  await stranger.page.goto("/overeni");
  await fillFields(stranger.page, { kod: code.toLowerCase() });
  await stranger.page.locator("main").getByRole("button", { name: "Ověřit" }).click();
  await settled(stranger.page);
  await expect(stranger.page.locator("main")).toContainText(trainee.name);
  await expect(stranger.page.locator("main")).toContainText(/plat/i);
  await expect(stranger.page.locator("main")).not.toContainText("5. 5. 1990");
}

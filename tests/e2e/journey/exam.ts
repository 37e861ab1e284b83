import { expect } from "@playwright/test";
import { openRunPage } from "./course";
import { fillFields, press, settled } from "./fields";
import type { Staff } from "./people";
import type { Person } from "./person";

/**
 * One exam day from the plan to the locked protocol: three members declare, vote and sign, each for himself.
 * The trainer organises and sits in the commission, the supervisor chairs it.
 */
export async function holdExam(staff: Staff, trainee: Person, run: string): Promise<void> {
  const { trainer, supervisor, officer } = staff;
  const address = await planExam(staff, run);
  const members = [supervisor, trainer, officer];
  for (const member of members) {
    await member.signIn();
    await member.page.goto(address);
    await expect(member.page.locator("main")).toContainText(trainee.name);
    await fillFields(member.page, { agree: true });
    await press(member.page, "Odeslat prohlášení");
  }
  await openDay(trainer, address);
  for (const member of members) {
    const { page } = member;
    await page.goto(address);
    for (const vote of await page.locator('main select[name^="vote-"]').all())
      await vote.selectOption("passed");
    await press(page, "Uložit moje hlasy");
  }
  await press(supervisor.page, "Uzavřít den");
  for (const member of members) await sign(member, address);
  const { page } = trainer;
  await page.goto(address);
  await expect(page.locator("main")).toContainText("Protokol podepsali všichni tři");
  const download = page.waitForEvent("download");
  await page.locator('main a[href$="/protokol"]').first().click();
  expect((await download).suggestedFilename()).toMatch(/^protokol-zkouska-.*\.pdf$/);
}

async function planExam({ trainer, supervisor, officer }: Staff, run: string): Promise<string> {
  const { page, world } = trainer;
  await trainer.signIn();
  await openRunPage(page, run);
  await page.getByRole("link", { name: "Zkouška", exact: true }).first().click();
  await settled(page);
  await page.getByRole("link", { name: "Naplánovat zkoušku" }).click();
  await settled(page);
  const account = async (name: string) =>
    (await page.locator('[name="chair"] option', { hasText: name }).getAttribute("value"))!;
  await fillFields(page, {
    day: world.clock.day(),
    from: "09:00",
    place: "Děčín, učebna 2",
    chair: await account(supervisor.name),
    second: await account(trainer.name),
    third: await account(officer.name),
  });
  await press(page, "Naplánovat a poslat dopisy");
  await expect(page).toHaveURL(/\/zkousky\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

async function openDay({ page }: Person, address: string): Promise<void> {
  await page.goto(address);
  await press(page, "Otevřít den");
  await fillFields(page, { document: "identity_card" });
  await press(page, "Pustit ke zkoušce");
  await expect(page.locator("main")).toContainText("Totožnost ověřena");
}

async function sign(member: Person, address: string): Promise<void> {
  const { page, world } = member;
  // A code of the second factor is good once.
  world.clock.forward({ minutes: 1 });
  await page.goto(address);
  await fillFields(page, { password: member.password });
  if (member.hasSecondFactor) await fillFields(page, { code: member.currentCode() });
  await press(page, "Podepsat");
}

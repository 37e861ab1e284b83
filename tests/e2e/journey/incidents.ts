import { readdirSync, readFileSync } from "node:fs";
import { expect, type Locator, type Page } from "@playwright/test";
import { parse } from "yaml";
import { fillFields, press, settled } from "./fields";
import type { Staff } from "./people";
import type { Person } from "./person";

/** Without the training nothing can be reported; the mentor reads it and passes its test. */
export async function trainReporter(mentor: Person): Promise<void> {
  const { page } = mentor;
  await mentor.signIn();
  await page.goto("/incidenty/nahlasit");
  await expect(page.locator('[name="story"]')).toHaveCount(0);
  await page.locator("main").getByRole("link", { name: "Přejít na školení" }).click();
  await settled(page);
  await page.locator("main").getByRole("link", { name: "Začít první částí" }).click();
  await settled(page);
  await expect(page.locator(".lesson-text")).toBeVisible();
  await page.locator('main a[rel="next"]').click();
  await settled(page);
  await page.goto("/incidenty/skoleni");
  await expect(page.locator("main")).toContainText("2 z 6");
  await page.locator("main").getByRole("link", { name: "K závěrečnému testu" }).click();
  await settled(page);
  await press(page, "Začít test");
  await answerRight(page);
  await press(page, "Odeslat odpovědi");
  await expect(page.locator("main")).toContainText("20 z 20 správně");
  await page.locator("main").getByRole("link", { name: "Nahlásit incident" }).click();
  await settled(page);
  await expect(page.locator('[name="story"]')).toBeVisible();
}

/** A question of the training as its author wrote it. */
interface Written {
  id: string;
  kind: "single" | "multiple" | "truefalse" | "ordering" | "matching" | "short";
  options?: { id: string; correct: boolean }[];
  items?: { text: string }[];
  pairs?: { left: string; right: string }[];
  accepted?: string[];
}

function writtenQuestions(): Written[] {
  const folder = "content/monitoring";
  return readdirSync(folder)
    .filter((file) => file.endsWith(".kviz.yaml"))
    .flatMap(
      (file) => (parse(readFileSync(`${folder}/${file}`, "utf8")) as { questions: Written[] }).questions,
    );
}

/** Finds out by their fields which questions were drawn, and answers them right. */
async function answerRight(page: Page): Promise<void> {
  const form = page.locator("main form.quiz");
  await expect(form.locator(".quiz-question").first()).toBeVisible();
  const fields = await form
    .locator('[name^="q-"]')
    .evaluateAll((all) => all.map((field) => field.getAttribute("name")!.split("_", 1)[0]));
  const drawn = writtenQuestions().filter(({ id }) => fields.includes(`q-${id}`));
  expect(drawn).toHaveLength(20);
  for (const question of drawn) await answer(page, form, question);
  await settled(page);
}

async function answer(page: Page, form: Locator, { id, kind, ...written }: Written): Promise<void> {
  const name = `q-${id}`;
  if (kind === "short") await fillFields(page, { [name]: written.accepted![0]! }, form);
  else if (kind === "ordering") {
    await choose(
      form,
      name,
      written.items!.map(({ text }, place) => ({ row: text, chosen: { value: String(place + 1) } })),
    );
  } else if (kind === "matching") {
    await choose(
      form,
      name,
      written.pairs!.map(({ left, right }) => ({ row: left, chosen: { label: right } })),
    );
  } else {
    const right = written.options!.filter(({ correct }) => correct).map((option) => option.id);
    await fillFields(page, { [name]: kind === "multiple" ? right : right[0]! }, form);
  }
}

/** Rows to order or match stand in an order of their own: each is found by its words. */
async function choose(
  form: Locator,
  name: string,
  rows: { row: string; chosen: { value: string } | { label: string } }[],
): Promise<void> {
  const selects = await form.locator(`select[name^="${name}_"]`).all();
  for (const select of selects) {
    const id = await select.getAttribute("id");
    const label = (await form.locator(`label[for="${id}"]`).innerText()).trim();
    const row = rows.find((one) => label.includes(one.row.trim()));
    await select.selectOption(row!.chosen);
  }
}

const story =
  "V neděli večer na zastávce dva muži nadávali matce s dětmi kvůli barvě pleti a strčili do kočárku.";

/** Reports from a phone. @returns the number given as a receipt */
export async function reportIncident({ page, world }: Person): Promise<string> {
  await page.goto("/incidenty/nahlasit");
  await fillFields(page, {
    story,
    timePrecision: "DAY",
    day: world.clock.day(-2),
    geoPrecision: "MUNICIPALITY",
    placeKind: "TRANSPORT",
    forms: ["VERBAL", "PHYSICAL"],
    channel: "IN_PERSON",
    biasMotivations: ["ANTI_ROMA"],
    victimType: "FAMILY",
    injured: "no",
    helpNeeded: "yes",
    source: "VICTIM",
  });
  await page.getByRole("combobox", { name: /obec/i }).fill("decin");
  await page.getByRole("listbox").getByRole("option", { name: /Děčín/ }).first().click();
  await press(page, "Odeslat hlášení");
  const receipt = page
    .locator("main")
    .getByText(/I-\d{4}-\d{4}/)
    .first();
  await expect(receipt).toBeVisible();
  return /I-\d{4}-\d{4}/.exec(await receipt.innerText())![0];
}

/** The analyst reads the story and confirms it by an indicator with its evidence. */
export async function verifyIncident({ analyst }: Staff, number: string): Promise<void> {
  const { page } = analyst;
  await analyst.signIn();
  await page.goto("/incidenty");
  await page.getByRole("link", { name: number }).first().click();
  await settled(page);
  await expect(page.locator("main")).toContainText("strčili do kočárku");
  await page
    .locator("main details")
    .evaluateAll((all) => all.forEach((details) => ((details as HTMLDetailsElement).open = true)));
  await fillFields(page, {
    verification: "CONFIRMED",
    "state-BI02": "PRESENT",
    "evidence-BI02": "Nadávky slyšela svědkyně na zastávce.",
    reason: "Dvě shodné výpovědi.",
  });
  await press(page, "Uložit ověření");
  await expect(page.locator("main")).toContainText("potvrzeno");
}

/** The coordinator finds it on the map and in the list below, and opens it without the story. */
export async function seeOnMap({ coordinator }: Staff, number: string): Promise<void> {
  const { page } = coordinator;
  await coordinator.signIn();
  await page.goto("/incidenty/mapa");
  await expect(page.locator(".leaflet-container")).toBeVisible();
  await expect(page.locator(".leaflet-marker-icon").first()).toBeVisible();
  await page.goto("/incidenty");
  await page.getByRole("link", { name: number }).first().click();
  await settled(page);
  await expect(page.locator("main")).toContainText(number);
  await expect(page.locator("main")).not.toContainText("strčili do kočárku");
}

import { expect } from "@playwright/test";
import { fillFields, press, settled } from "./fields";
import type { Staff } from "./people";
import type { Person } from "./person";

/** Without the training nothing can be reported; a coordinator records that it was passed. */
export async function trainReporter({ coordinator }: Staff, mentor: Person): Promise<void> {
  await mentor.signIn();
  await mentor.page.goto("/incidenty/nahlasit");
  await expect(mentor.page.locator('[name="story"]')).toHaveCount(0);
  const { page } = coordinator;
  await page.goto("/lide");
  await page.getByRole("link", { name: mentor.name }).first().click();
  await settled(page);
  await page.locator("summary", { hasText: "školení" }).first().click();
  await press(page, /školení/);
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

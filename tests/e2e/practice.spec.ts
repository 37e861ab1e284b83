import { expect, test, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { signIn } from "../support/sign-in";

/** Logging practice between two doors: the connection goes, the tab is closed, and nothing is lost. */

const demo = () => process.env.DEMO_URL!;

async function phone(browser: Browser, email = "trainee@demo.test"): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: demo(), viewport: { width: 360, height: 740 } });
  const cookie = await signIn(demo(), email);
  const at = cookie.indexOf("=");
  await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url: demo() }]);
  return context;
}

const note = (page: Page) => page.locator('textarea[name="note"]');
const state = (page: Page) => page.locator("[data-draft]");

test("a draft survives a lost connection and a closed tab, and is sent once", async ({ browser }) => {
  const context = await phone(browser);
  const page = await context.newPage();
  await page.goto("/praxe/novy");
  await note(page).fill("Začátek s připojením.");
  await expect(state(page)).toHaveAttribute("data-draft", "saved");
  await context.setOffline(true);
  await note(page).fill("Začátek s připojením, konec ve vlaku bez signálu.");
  await expect(state(page)).toHaveAttribute("data-draft", "offline");
  await page.close();

  await context.setOffline(false);
  const later = await context.newPage();
  await later.goto("/praxe");
  const draft = later.locator("#rozepsane li", { hasText: "konec ve vlaku bez signálu" });
  await expect(draft).toBeVisible();
  await draft.getByRole("link", { name: "Pokračovat" }).click();
  await expect(note(later)).toHaveValue("Začátek s připojením, konec ve vlaku bez signálu.");

  await later.getByRole("button", { name: "Včera" }).click();
  await later.locator('[name="from"]').fill("06:00");
  await later.locator('[name="to"]').fill("06:45");
  await later.locator('[name="activity"]').selectOption("motivation");
  await later.locator('[name="place"]').selectOption("community");
  await later.getByRole("button", { name: "Odeslat ke schválení" }).click();
  await expect(later).toHaveURL(/\/praxe$/);
  await expect(later.locator("#rozepsane li", { hasText: "konec ve vlaku" })).toHaveCount(0);
  await expect(later.getByText("6:00–6:45").first()).toBeVisible();
  await context.close();
});

test("what looks like a phone number is asked about before it is sent", async ({ browser }) => {
  const context = await phone(browser);
  const page = await context.newPage();
  await page.goto("/praxe/novy");
  await page.getByRole("button", { name: "Včera" }).click();
  await page.locator('[name="from"]').fill("05:00");
  await page.locator('[name="to"]').fill("05:30");
  await page.locator('[name="activity"]').selectOption("motivation");
  await page.locator('[name="place"]').selectOption("phone");
  await note(page).fill("Volali jsme na 777 123 456 a domluvili další krok.");
  await page.getByRole("button", { name: "Odeslat ke schválení" }).click();
  await expect(page.getByText("777 123 456", { exact: false }).first()).toBeVisible();
  await page.locator('[name="namesChecked"]').check();
  await page.getByRole("button", { name: "Odeslat ke schválení" }).click();
  await expect(page).toHaveURL(/\/praxe$/);
  await expect(page.getByText("5:00–5:30").first()).toBeVisible();
  await context.close();
});

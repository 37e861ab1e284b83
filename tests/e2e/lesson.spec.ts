import { expect, test, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { signIn } from "../support/sign-in";

/** Studying with a phone whose connection comes and goes. */

const demo = () => process.env.DEMO_URL!;
const lesson = "/kurz/sluzba-mentor/role-mentora";
const offlineLesson = "/kurz/sluzba-mentor/proc-sluzba-vznikla";

async function phone(browser: Browser, email = "trainee@demo.test"): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: demo(), viewport: { width: 360, height: 740 } });
  const cookie = await signIn(demo(), email);
  const at = cookie.indexOf("=");
  await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url: demo() }]);
  return context;
}

const field = (page: Page) => page.locator(".worksheet textarea").first();
const state = (page: Page) => page.locator(".worksheet-state [data-status]").first();

/** The text of an opened lesson is on the device. */
async function kept(page: Page, path: string): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async (address) => {
        const cache = await caches.open("lekce-1");
        return Boolean((await cache.match(address)) && (await cache.match("/kurz/bez-pripojeni?sablona")));
      }, path),
    )
    .toBe(true);
}

test("what is typed without a connection is not lost and arrives later", async ({ browser }) => {
  const context = await phone(browser);
  const page = await context.newPage();
  await page.goto(lesson);
  await field(page).fill("Napsáno s připojením.");
  await expect(state(page)).toHaveAttribute("data-status", "saved");

  await context.setOffline(true);
  await field(page).fill("Napsáno ve vlaku bez signálu.");
  await expect(state(page)).toHaveAttribute("data-status", "offline");
  await expect(state(page)).toContainText("uloženo v telefonu");

  await context.setOffline(false);
  await expect(state(page)).toHaveAttribute("data-status", "saved");
  const other = await phone(browser);
  const elsewhere = await other.newPage();
  await elsewhere.goto(lesson);
  await expect(field(elsewhere)).toHaveValue("Napsáno ve vlaku bez signálu.");

  // The other device goes on writing; this one does not know of it and shows both texts.
  await field(elsewhere).fill("Na počítači připsáno.");
  await expect(state(elsewhere)).toHaveAttribute("data-status", "saved");
  await field(page).fill("V telefonu připsáno.");
  await expect(state(page)).toHaveAttribute("data-status", "conflict");
  await expect(page.locator(".worksheet-other").first()).toHaveText("Na počítači připsáno.");
  await page.getByRole("button", { name: "Spojit oba texty" }).click();
  await expect(state(page)).toHaveAttribute("data-status", "saved");
  await page.reload();
  await expect(field(page)).toHaveValue("V telefonu připsáno.\n\nNa počítači připsáno.");
  await context.close();
  await other.close();
});

test("an opened lesson is readable without a connection, and what is written there arrives", async ({
  browser,
}) => {
  const context = await phone(browser);
  const page = await context.newPage();
  await page.goto(offlineLesson);
  await kept(page, offlineLesson);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText("Bez připojení").first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "Čtyři překážky" })).toBeVisible();
  // Nothing personal is in what the device keeps.
  await expect(field(page)).toHaveValue("");
  await field(page).fill("Doplněno bez signálu.");
  await page.goto("/kurz");
  await expect(page.getByRole("link", { name: "Proč služba Mentor vznikla" })).toBeVisible();
  await context.setOffline(false);
  await page.goto(offlineLesson);
  await expect(state(page)).toHaveAttribute("data-status", "conflict");
  await page.getByRole("button", { name: "Spojit oba texty" }).click();
  await expect(state(page)).toHaveAttribute("data-status", "saved");
  await expect(field(page)).toHaveValue(/^Doplněno bez signálu\.\n\n.+/);

  // The button waits in a closed menu; its form is what matters here.
  await page
    .locator('form[action="/odhlaseni"]')
    .first()
    .evaluate((form) => (form as HTMLFormElement).requestSubmit());
  await page.waitForURL(/\/$/);
  await expect.poll(() => page.evaluate(() => caches.has("lekce-1"))).toBe(false);
  await context.close();
});

test("another device goes on at the same heading", async ({ browser }) => {
  const context = await phone(browser);
  const page = await context.newPage();
  // A lesson that is not done yet, so that going on makes sense.
  await page.goto("/kurz");
  const path = await page
    .locator("a[href^='/kurz/']", { hasText: /Pokračovat v lekci|Začít lekci/ })
    .first()
    .getAttribute("href");
  await page.goto(path!.split("#")[0]!);
  const heading = page.locator(".lesson-text h2").last();
  const words = await heading.innerText();
  const told = page.waitForRequest((request) => request.url().endsWith("/misto"));
  await heading.evaluate((element) => element.scrollIntoView({ block: "start" }));
  await told;
  const other = await phone(browser);
  const elsewhere = await other.newPage();
  await expect(async () => {
    await elsewhere.goto(path!.split("#")[0]!);
    await expect(elsewhere.getByRole("link", { name: `Pokračovat od části „${words}“` })).toBeVisible({
      timeout: 1_000,
    });
  }).toPass();
  await elsewhere.getByRole("link", { name: `Pokračovat od části „${words}“` }).click();
  await expect(elsewhere.locator(".lesson-text h2").last()).toBeInViewport();
  await context.close();
  await other.close();
});

test("the text size is remembered on the device, and terms are explained in place", async ({ browser }) => {
  const context = await phone(browser);
  const page = await context.newPage();
  await page.goto(lesson);
  const text = page.locator(".lesson-text p").first();
  const height = async () => (await text.boundingBox())!.height;
  const before = await height();
  await page.getByRole("button", { name: "Největší písmo" }).click();
  await expect(page.locator("[data-text-size]")).toHaveAttribute("data-text-size", "largest");
  expect(await height()).toBeGreaterThan(before);
  await page.reload();
  await expect(page.locator("[data-text-size]")).toHaveAttribute("data-text-size", "largest");
  await expect(page.getByRole("button", { name: "Největší písmo" })).toHaveAttribute("aria-pressed", "true");

  const term = page.locator("a.term").first();
  await term.focus();
  await page.keyboard.press("Enter");
  const note = page.locator(".term-note:popover-open");
  await expect(note).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(note).toHaveCount(0);
  await expect(term).toBeFocused();
  await context.close();
});

import { expect, test, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { signIn } from "../support/sign-in";

/** A certificate from the holder's hands to its end, as the public sees it. */

const demo = () => process.env.DEMO_URL!;
const phone = { width: 360, height: 740 };

async function as(browser: Browser, email: string | null, viewport = phone): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: demo(), viewport });
  if (email) {
    const cookie = await signIn(demo(), email);
    const at = cookie.indexOf("=");
    await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url: demo() }]);
  }
  return context;
}

async function fitsPhone(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over).toBeLessThanOrEqual(0);
}

/** The public page of a certificate, as somebody who only has the code. */
async function verification(
  browser: Browser,
  path: string,
): Promise<{ page: Page; close: () => Promise<void> }> {
  const context = await as(browser, null);
  const page = await context.newPage();
  await page.goto(path);
  await fitsPhone(page);
  return { page, close: () => context.close() };
}

test("a holder opens the certificate and its badge, and anybody verifies it", async ({ browser }) => {
  const context = await as(browser, "mentor@demo.test");
  const page = await context.newPage();
  await page.goto("/osvedceni");
  await page.locator("main tbody a").first().click();
  await expect(page.getByText("Vzor osvědčení: verze 1.")).toBeVisible();
  await fitsPhone(page);
  const [pdf] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Stáhnout PDF" }).click(),
  ]);
  expect(pdf.suggestedFilename()).toMatch(/^osvedceni-\d{4}-\d{4}\.pdf$/);
  const code = await page.getByRole("link", { name: "Stránka pro ověření" }).getAttribute("href");

  await page.getByRole("link", { name: "Co s ním a stáhnout" }).click();
  await expect(page.getByRole("heading", { name: "Co v něm je a co ne" })).toBeVisible();
  await fitsPhone(page);
  const [badge] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Stáhnout odznak" }).click(),
  ]);
  expect(badge.suggestedFilename()).toMatch(/^odznak-\d{4}-\d{4}\.jwt$/);
  await context.close();

  const { page: seen, close } = await verification(browser, code!);
  await expect(seen.getByText("Osvědčení platí")).toBeVisible();
  await expect(seen.locator("main")).not.toContainText("narození");
  await close();
});

test("a revoked certificate says since when, and another one is issued instead of it", async ({
  browser,
}) => {
  const context = await as(browser, "coordinator@demo.test", { width: 1280, height: 900 });
  const page = await context.newPage();
  // The third of the run: nobody else's test needs its holder.
  await page.goto("/osvedceni?stav=valid&hledat=/0003");
  await page.locator("main tbody a.row-link").first().click();
  await page.waitForURL(/\/osvedceni\/[0-9a-f-]{36}$/);
  const code = (await page.getByRole("link", { name: "Stránka pro ověření" }).getAttribute("href"))!;
  const number = /\d{4}\/\d{4}/.exec(await page.getByRole("heading", { level: 1 }).innerText())![0];

  const valid = await verification(browser, code);
  await expect(valid.page.getByText("Osvědčení platí")).toBeVisible();
  await valid.close();

  await page.getByRole("button", { name: "Zrušit osvědčení" }).click();
  const revoking = page.getByRole("dialog");
  await revoking.getByRole("button", { name: "Zrušit osvědčení" }).click();
  await expect(page.getByRole("dialog").getByText("Vyplňte toto pole.").first()).toBeVisible();
  await page.getByRole("dialog").getByLabel("Důvod").fill("Zkouška zrušení: tajný důvod.");
  await page.getByRole("dialog").getByRole("button", { name: "Zrušit osvědčení" }).click();
  await expect(page.getByText("Osvědčení je zrušené.")).toBeVisible();
  await expect(page.getByText("tajný důvod")).toBeVisible();

  const revoked = await verification(browser, code);
  await expect(revoked.page.getByText("Osvědčení bylo zrušeno")).toBeVisible();
  await expect(revoked.page.locator("main")).toContainText(/ale od \d{1,2}\.\s\d{1,2}\.\s\d{4} neplatí/);
  await expect(revoked.page.locator("main")).not.toContainText("tajný důvod");
  await revoked.close();

  await page.getByRole("button", { name: "Vydat znovu s novým číslem" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Vydat znovu s novým číslem" }).click();
  // Another file is drawn, which takes its time on a busy machine.
  await expect(page.getByText(/Nové osvědčení má číslo/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("dialog")).toBeHidden();
  const fresh = /\d{4}\/\d{4}/.exec(await page.getByRole("heading", { level: 1 }).innerText())![0];
  expect(fresh).not.toBe(number);
  const freshCode = (await page.getByRole("link", { name: "Stránka pro ověření" }).getAttribute("href"))!;
  expect(freshCode).not.toBe(code);
  await page.getByRole("link", { name: number, exact: true }).click();
  await expect(page.getByText("Osvědčení bylo nahrazeno novým")).toBeVisible();
  await expect(page.getByRole("link", { name: fresh, exact: true })).toBeVisible();

  const replaced = await verification(browser, code);
  await expect(replaced.page.getByText(`Nahrazeno osvědčením č. ${fresh}`)).toBeVisible();
  expect(await replaced.page.locator(`a[href="${freshCode}"]`).count()).toBe(0);
  await replaced.close();
  const again = await verification(browser, freshCode);
  await expect(again.page.getByText("Osvědčení platí")).toBeVisible();
  await again.close();
  await context.close();
});

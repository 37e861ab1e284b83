import type { Locator, Page, Request } from "@playwright/test";

/** Values by field name: text for what is typed or chosen, lists for boxes, true for one box. */
export type FieldValues = Record<string, string | string[] | true>;

/** Fills a form the way a person does, whatever kind each field is. `form` narrows to one of several forms. */
export async function fillFields(
  page: Page,
  values: FieldValues,
  form: Locator = page.locator("main"),
): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const fields = form.locator(`[name="${name}"]`);
    const first = fields.first();
    await first.waitFor({ state: "attached" });
    const kind = await first.evaluate((element) =>
      element instanceof HTMLInputElement ? element.type : element.tagName.toLowerCase(),
    );
    if (kind === "radio" || kind === "checkbox") await tick(form, name, value);
    else if (kind === "select") await first.selectOption(String(value));
    else await first.fill(String(value));
  }
}

async function tick(form: Locator, name: string, value: FieldValues[string]): Promise<void> {
  if (value === true) {
    await form.locator(`[name="${name}"]`).first().check();
    return;
  }
  for (const one of Array.isArray(value) ? value : [value]) {
    await form.locator(`[name="${name}"][value="${one}"]`).check();
  }
}

/** Presses the button with these words and waits until its form was answered and the page it leads to is there. */
export async function press(
  page: Page,
  words: string | RegExp,
  scope: Locator = page.locator("main"),
): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await scope.getByRole("button", { name: words }).first().click();
  await answered;
  await settled(page);
}

const underWay = new WeakMap<Page, Set<Request>>();

/** Counts what a page asks for from now on, so that `settled` knows. */
export function watchRequests(page: Page): void {
  const requests = new Set<Request>();
  underWay.set(page, requests);
  page.on("request", (request) => requests.add(request));
  page.on("requestfinished", (request) => requests.delete(request));
  page.on("requestfailed", (request) => requests.delete(request));
}

/** Waits until a page has asked for nothing for a while: the network's own "idle" is only about whole documents. */
export async function settled(page: Page): Promise<void> {
  for (let quiet = 0; quiet < 4;) {
    await page.waitForTimeout(75);
    quiet = underWay.get(page)?.size ? 0 : quiet + 1;
  }
}

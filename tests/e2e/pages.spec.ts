import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { roles } from "../../app/access/roles";
import { notPages, writeReached } from "../support/reached";
import { routeOf } from "../support/routes";
import { signIn } from "../support/sign-in";
import { settled, watchRequests } from "./journey/fields";

/**
 * Every page as everybody who can reach it by links: it answers, says nothing in the console, is accessible in
 * light and dark, and fits a phone of 360 px. Pages no link leads to are opened by their address.
 */

const demo = () => process.env.DEMO_URL!;

/** Pages that say the same to everybody: the visitor's turn is enough. */
const sameToAll = new Set([
  "home/pages/about.tsx",
  "home/pages/public-page.tsx",
  "course/pages/glossary.tsx",
  "incidents/pages/public-map.tsx",
  "certification/pages/verify-form.tsx",
  "people/pages/sign-in.tsx",
  "people/pages/register.tsx",
  "people/pages/forgotten-password.tsx",
]);

const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Pages reached by typing or scanning an address. */
const byAddress = ["/registrace", "/zapomenute-heslo", "/odhlaseni", "/nic-takoveho"];

for (const role of ["visitor", ...roles]) {
  test(`pages of ${role}`, async ({ browser }) => {
    test.setTimeout(1_800_000);
    const context = await browser.newContext({ baseURL: demo(), viewport: { width: 360, height: 740 } });
    if (role !== "visitor") {
      const [name, value] = splitCookie(await signIn(demo(), `${role}@demo.test`));
      await context.addCookies([{ name, value, url: demo() }]);
    }
    const page = await context.newPage();
    watchRequests(page);
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
    const problems: string[] = [];
    const seen = await crawl(page, role, async (path, status) => {
      const expected = path === "/nic-takoveho" ? 404 : 200;
      if (status !== expected) problems.push(`${path}: answers ${status}`);
      // The browser itself reports a page that is meant to be missing.
      if (expected === 404) complaints.splice(0);
      problems.push(...(await problemsOf(page, path)));
    });
    writeReached(role, seen);
    expect(problems).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
}

/** Follows links breadth first, opening one page of each kind. @returns the kinds opened */
async function crawl(
  page: Page,
  role: string,
  look: (path: string, status: number) => Promise<void>,
): Promise<Set<string>> {
  const queue = ["/", "/ucet", "/o-sluzbe", ...(role === "visitor" ? byAddress : [])];
  const kinds = new Set<string>();
  for (let path = queue.shift(); path; path = queue.shift()) {
    const kind = routeOf(new URL(path, demo()).pathname)?.path ?? path;
    if (kinds.has(kind) || notPages.has(kind)) continue;
    if (role !== "visitor" && sameToAll.has(routeOf(new URL(path, demo()).pathname)?.file ?? "")) continue;
    const response = await page.goto(path, { waitUntil: "load" });
    await settled(page);
    const arrived = routeOf(new URL(page.url()).pathname)?.path ?? path;
    kinds.add(kind);
    // A redirect (to sign in) leads to a page that has its own turn.
    if (arrived !== kind && kinds.has(arrived)) continue;
    kinds.add(arrived);
    await look(path, response?.status() ?? 0);
    const links = await page.$$eval("a[href]", (anchors) =>
      anchors.map((anchor) => (anchor as HTMLAnchorElement).href),
    );
    for (const link of links.map((href) => new URL(href))) {
      if (link.origin === new URL(demo()).origin) queue.push(link.pathname + link.search);
    }
  }
  return kinds;
}

async function problemsOf(page: Page, path: string): Promise<string[]> {
  const problems: string[] = [];
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (overflow > 0) problems.push(`${path}: wider than a phone by ${overflow} px`);
  const axe = () => new AxeBuilder({ page });
  problems.push(...(await violations(axe().withTags(wcag), `${path} (light)`)));
  // Nothing but colours differs in the dark.
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  problems.push(...(await violations(axe().withRules(["color-contrast"]), `${path} (dark)`)));
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  return problems;
}

async function violations(axe: AxeBuilder, where: string): Promise<string[]> {
  const found = await axe.analyze();
  return found.violations.map(
    ({ id, nodes }) => `${where}: ${id} at ${nodes.map((node) => node.target.join(" ")).join("; ")}`,
  );
}

function splitCookie(cookie: string): [string, string] {
  const at = cookie.indexOf("=");
  return [cookie.slice(0, at), cookie.slice(at + 1)];
}

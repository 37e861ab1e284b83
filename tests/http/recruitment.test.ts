import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { fieldsOfSettings } from "../../app/course/rules/recruitment/settings-fields";
import { programmeDefaults } from "../../app/course/rules/run-settings";
import { get, linksIn, post } from "../support/browse";

/** Recruitment through its pages, as a browser without scripts sends the forms. Nobody's place changes here. */

const coordinator = "coordinator";

/** Ids of the demo's runs by a word of their name. */
const runs = new Map<string, string>();

async function page(path: string, role: string): Promise<string> {
  const answer = await get(path, role);
  expect(answer.status, path).toBe(200);
  return words(await answer.text());
}

/** What a page says, with spaces that may not break as ordinary ones. */
const words = (html: string) => html.replaceAll(" ", " ").replaceAll("&nbsp;", " ");

beforeAll(async () => {
  for (const id of linksIn(await page("/behy", coordinator), /^\/behy\/([0-9a-f-]{36})/)) {
    const title = /<h1[^>]*>([^<]+)/.exec(await page(`/behy/${id}`, coordinator))?.[1] ?? "";
    runs.set(title.split(" ")[0]!, id);
  }
});

const run = (town: string) => {
  const id = runs.get(town);
  if (!id) throw new Error(`The demo has no run of ${town}`);
  return id;
};

describe("an offered place", () => {
  it("waits for the applicant with both answers in the page itself", async () => {
    const html = await page("/kurz/prihlaska", "applicant");
    expect(html).toContain("Máme pro vás místo");
    expect(html.match(/name="answer" value="(accept|decline)"/g)).toHaveLength(2);
    expect(html).not.toMatch(/Rozhovor|soboty/);
  });

  it("cannot be answered by somebody it was not made to, nor with nonsense", async () => {
    const answers = { offer: randomUUID(), answer: "accept" };
    expect((await post("/kurz/prihlaska?nabidka", answers, "applicant")).status).toBe(404);
    expect((await post("/kurz/prihlaska?nabidka", { ...answers, answer: "yes" }, "applicant")).status).toBe(
      422,
    );
    expect((await post("/kurz/prihlaska?nabidka", answers, "trainee")).status).toBe(403);
    expect((await post("/kurz/prihlaska?nabidka", answers)).status).toBe(401);
  });
});

describe("a run's recruitment", () => {
  it("shows the list, the offers and the moves, and nothing about entry conditions", async () => {
    const html = await page(`/behy/${run("Most")}/nabor`, coordinator);
    expect(html).toContain("čeká na odpověď");
    expect(html).toContain("propadlo");
    expect(html).toContain("V Chomutově zatím nemáme žádného mentora");
    expect(html).not.toMatch(/rejstřík trestů[^.]*splněn|nesplněn|menšin[^.]*splněn/i);
  });

  it("refuses a move on a list that looks different now, a foreign offer and nonsense", async () => {
    const path = `/behy/${run("Most")}/nabor`;
    const application = linksIn(await page(path, coordinator), /^\/prihlasky\/([0-9a-f-]{36})/)[0]!;
    const move = {
      intent: "move",
      id: randomUUID(),
      application,
      place: "2",
      reason: "Domluva se střediskem.",
    };
    const stale = await post(path, { ...move, order: application }, coordinator);
    expect(stale.status).toBe(409);
    const short = await post(path, { ...move, order: "x", reason: "jo" }, coordinator);
    expect(short.status).toBe(422);
    expect((await post(path, { intent: "withdrawOffer", offer: randomUUID() }, coordinator)).status).toBe(
      404,
    );
    expect((await post(path, { intent: "nothing" }, coordinator)).status).toBe(422);
    expect((await get(path, "trainer")).status).toBe(403);
  });

  it("counts applications by town and lists one town", async () => {
    const all = await page("/prihlasky?stav=all", coordinator);
    expect(all).toContain("Odkud se lidé hlásí");
    const some = await page("/prihlasky?stav=all&obec=litvínov", coordinator);
    expect(some).toMatch(/2 přihlášky/);
  });
});

describe("a run's rules", () => {
  const fields = { ...fieldsOfSettings(programmeDefaults), passMark: 80 };
  const sent = (version: number): [string, string][] => [
    ["intent", "settings"],
    ["version", String(version)],
    ...Object.entries(fields).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, String(one)]),
    ),
  ];

  it("are frozen once it has begun, and the page says why", async () => {
    const path = `/behy/${run("Děčín")}/upravit`;
    expect(await page(path, coordinator)).toContain("Zamčeno při zahájení výuky");
    const answer = await post(`${path}?pravidla`, sent(1), coordinator);
    expect(answer.status).toBe(409);
  });

  it("are refused one by one, and from a stale page", async () => {
    const path = `/behy/${run("Rumburk")}/upravit`;
    const wrong = await post(
      `${path}?pravidla`,
      sent(1).filter(([name, value]) => name !== "passMark" && value !== "oral"),
      coordinator,
    );
    expect(wrong.status).toBe(422);
    expect(words(await wrong.text())).toContain("Zkouška má mít aspoň dvě části.");
    expect((await post(`${path}?pravidla`, sent(99), coordinator)).status).toBe(409);
  });

  it("go along with a copy, which a form sent twice makes once", async () => {
    const id = randomUUID();
    const copy = { id, name: "Kopie pro zkoušku", startsOn: "2031-02-01", endsOn: "2031-06-30" };
    const path = `/behy/${run("Děčín")}/kopie`;
    expect((await post(path, { ...copy, endsOn: "2031-01-01" }, coordinator)).status).toBe(422);
    for (let time = 0; time < 2; time += 1) {
      const answer = await post(path, copy, coordinator);
      expect([answer.status, answer.headers.get("Location")]).toEqual([302, `/behy/${id}`]);
    }
    const html = await page(`/behy/${id}`, coordinator);
    expect(html).toContain("v přípravě");
    expect(html.match(/Kopie pro zkoušku/g)!.length).toBeGreaterThan(0);
  });
});

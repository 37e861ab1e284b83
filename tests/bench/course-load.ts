import { readFileSync } from "node:fs";
import path from "node:path";
import { randomUUID } from "node:crypto";
import { runStep } from "../support/steps";
import { fillTestForm } from "./fill-test-form";

/** What the load on the course works with. */
export interface CourseLoad {
  moduleId: string;
  /** Questions of one attempt. */
  questions: number;
  /** Cookies of people who have not begun the test yet. */
  trainees: string[];
  trainer: string;
  tables: { people: number; runId: string }[];
}

/** Fills the database of a portal that does not run yet. */
export async function prepareCourseLoad(dataDir: string, databaseUrl: string): Promise<CourseLoad> {
  const file = path.join(dataDir, "course-load.json");
  const filled = await runStep({
    name: "course load",
    command: "npx",
    args: ["tsx", "tests/bench/fill-course-load.ts", file],
    env: {
      PORTAL_MODE: "demo",
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      PUBLIC_URL: "http://127.0.0.1",
    },
  });
  if (!filled.ok) throw new Error(filled.output);
  return JSON.parse(readFileSync(file, "utf8")) as CourseLoad;
}

/** Times of all requests of a burst, in milliseconds, and how long it took as a whole. */
export interface Burst {
  times: number[];
  errors: number;
  seconds: number;
}

/** A request of a burst: counted as an error unless it answers with the status expected. */
type Ask = (address: string, expected: number, init?: RequestInit) => Promise<Response>;

async function burst(people: number, walk: (index: number, ask: Ask) => Promise<void>): Promise<Burst> {
  const result: Burst = { times: [], errors: 0, seconds: 0 };
  const ask: Ask = async (address, expected, init) => {
    const start = performance.now();
    const answer = await fetch(address, { redirect: "manual", ...init });
    const text = await answer.text();
    result.times.push(performance.now() - start);
    if (answer.status !== expected) throw new Error(`${address} answers ${answer.status}`);
    return new Response(text, { headers: answer.headers });
  };
  const start = performance.now();
  await Promise.all(
    Array.from({ length: people }, (_, index) =>
      walk(index, ask).catch((error: unknown) => {
        result.errors += 1;
        if (result.errors <= 3) console.error(error instanceof Error ? error.message : error);
      }),
    ),
  );
  result.seconds = (performance.now() - start) / 1000;
  result.times.sort((a, b) => a - b);
  return result;
}

/** Requests one trainee makes from opening the test to reading its result. */
const requestsOfOne = 5;

/** Everybody opens the test, begins, answers all questions and reads the result, all at once over the real pages. */
export function answerTests(portalUrl: string, load: CourseLoad): Promise<Burst> {
  const page = `${portalUrl}/kurz/${load.moduleId}/test`;
  return burst(load.trainees.length, async (index, ask) => {
    const cookie = load.trainees[index]!;
    const send = (fields: [string, string][]): RequestInit => ({
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { cookie, "Sec-Fetch-Site": "same-origin" },
    });
    await ask(page, 200, { headers: { cookie } });
    await ask(
      page,
      302,
      send([
        ["id", randomUUID()],
        ["intent", "start"],
      ]),
    );
    const form = fillTestForm(await (await ask(page, 200, { headers: { cookie } })).text());
    if (form.questions !== load.questions) throw new Error(`${form.questions} questions were asked`);
    const sent = await ask(page, 302, send(form.fields));
    await ask(new URL(sent.headers.get("Location") ?? "", portalUrl).href, 200, { headers: { cookie } });
  });
}

/** As many people and requests at once against the floor. */
export function walkFloor(floorUrl: string, people: number): Promise<Burst> {
  return burst(people, async (_index, ask) => {
    for (let request = 0; request < requestsOfOne; request += 1) await ask(`${floorUrl}/`, 200);
  });
}

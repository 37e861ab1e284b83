import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { parse } from "yaml";
import { fillFields, press } from "./fields";
import type { Staff } from "./people";
import { Person } from "./person";

const runName = "Děčín jaro 2026";

/** Three whole lessons, one of each kind of exercise. */
const lessons = [
  { path: "/kurz/sluzba-mentor/role-mentora", quiz: "01-sluzba-mentor/02-role-mentora" },
  {
    path: "/kurz/probace-a-alternativni-tresty/co-je-pms",
    quiz: "02-probace-a-alternativni-tresty/01-co-je-pms",
  },
  { path: "/kurz/prace-s-klientem/prvni-setkani", quiz: "06-prace-s-klientem/01-prvni-setkani" },
];

/** The coordinator opens a run with a trainer and starts recruiting. */
export async function openRun({ coordinator, trainer }: Staff): Promise<{ runName: string }> {
  const { page, world } = coordinator;
  await page.goto("/behy/novy");
  await fillFields(page, {
    name: runName,
    town: "Děčín",
    region: "CZ042",
    startsOn: world.clock.day(1),
    endsOn: world.clock.day(180),
  });
  await page.getByLabel(trainer.name).check();
  await press(page, "Založit běh");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(runName);
  await moveRun(page, "Otevřít nábor");
  return { runName };
}

/** A dialog asks before a run moves on. */
async function moveRun(page: Page, words: string): Promise<void> {
  await page.getByRole("button", { name: words }).first().click();
  await press(page, words, page.getByRole("dialog"));
  await expect(page.getByRole("dialog")).toBeHidden();
}

/** The person registers and applies; somebody under 18 is told when to come. */
export async function applyForCourse(trainee: Person): Promise<void> {
  const young = await Person.arrive(trainee.world, "Eva Mladá", "eva@cesta.test", true);
  await young.register();
  const application = {
    town: "Děčín",
    region: "CZ042",
    phone: "777 123 456",
    motivation: "Chci pomáhat lidem z naší ulice, aby to zvládli bez vězení.",
    consent: true,
  } as const;
  await fillFields(young.page, { ...application, birthDate: "2010-05-05" });
  await press(young.page, "Odeslat přihlášku");
  await expect(young.page.locator("main").getByText("5. 5. 2028").first()).toBeVisible();
  await trainee.register();
  await fillFields(trainee.page, { ...application, birthDate: "1990-05-05", birthPlace: "Ústí nad Labem" });
  await press(trainee.page, "Odeslat přihlášku");
  await expect(
    trainee.page
      .locator("main")
      .getByText(/podan|přijali|vyřizuje|čeká/i)
      .first(),
  ).toBeVisible();
}

/** Conditions are attested as met, then the applicant gets a place. */
export async function admitApplicant({ coordinator }: Staff, trainee: Person, run: string): Promise<void> {
  const { page } = coordinator;
  await page.goto("/prihlasky");
  await page.getByRole("link", { name: trainee.name }).first().click();
  await fillFields(page, { criminalRecord: "met", romaMinority: "met" });
  await press(page, "Zapsat podmínky");
  await expect(page.locator("main").getByText(`Potvrdil(a) ${coordinator.name}`).first()).toBeVisible();
  const option = await page.locator('[name="run"] option', { hasText: run }).getAttribute("value");
  await fillFields(page, { run: option! });
  await press(page, "Přijmout do běhu");
  await expect(page.locator("main").getByText("Přijato").first()).toBeVisible();
}

export async function startRun({ coordinator }: Staff, run: string): Promise<void> {
  coordinator.world.clock.forward({ days: 1 });
  await coordinator.signIn();
  await openRunPage(coordinator.page, run);
  await moveRun(coordinator.page, "Zahájit výuku");
}

/** Opens a run from the list. */
export async function openRunPage(page: Page, run: string): Promise<void> {
  await page.goto("/behy");
  await page.getByRole("link", { name: run }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(run);
}

/** Reads, declares, fails a test once, passes it, and has three teaching hours. */
export async function studyLessons(trainee: Person): Promise<void> {
  await trainee.signIn();
  const { page } = trainee;
  for (const [index, lesson] of lessons.entries()) {
    await page.goto(lesson.path);
    await fillFields(page, { declared: true });
    await press(page, "Potvrdit");
    if (index === 0) {
      await page.goto(`${lesson.path}/test`);
      await answerQuiz(page, lesson.quiz, false);
      await expect(
        page
          .locator("main")
          .getByText(/Zatím nesplněno/)
          .first(),
      ).toBeVisible();
    }
    await page.goto(`${lesson.path}/test`);
    await answerQuiz(page, lesson.quiz, true);
    await expect(
      page
        .locator("main")
        .getByText(/^Splněno/)
        .first(),
    ).toBeVisible();
  }
  await page.goto("/kurz");
  await expect(
    page
      .locator("main")
      .getByText(/3 z 60/)
      .first(),
  ).toBeVisible();
}

interface QuizQuestion {
  id: string;
  options: { id: string; correct: boolean }[];
}

/** Answers all questions from the lesson's own key: all right, or the first ones wrong. */
async function answerQuiz(page: Page, quiz: string, right: boolean): Promise<void> {
  const { questions } = parse(readFileSync(`content/kurz/${quiz}.kviz.yaml`, "utf8")) as {
    questions: QuizQuestion[];
  };
  for (const { id, options } of questions) {
    const chosen = options.filter(({ correct }) => correct === right);
    await fillFields(page, { [`q-${id}`]: chosen.map((option) => option.id) });
  }
  await press(page, "Odeslat odpovědi");
}

/** The trainer writes up every module as taught the day before; hours from lessons are not counted twice. */
export async function teachModules({ trainer }: Staff, trainee: Person, run: string): Promise<void> {
  const { page, world } = trainer;
  const { modules } = parse(readFileSync("content/kurz/plan.yaml", "utf8")) as {
    modules: { id: string; title: string; hours: number }[];
  };
  for (const module of modules) {
    world.clock.forward({ days: 1 });
    if (module === modules[0]) await trainer.signIn();
    await openRunPage(page, run);
    await page.getByRole("link", { name: "Společná výuka" }).click();
    await page.getByRole("link", { name: "Zapsat výuku, která už byla" }).click();
    const end = 8 * 60 + module.hours * 45;
    await fillFields(page, {
      day: world.clock.day(-1),
      module: module.id,
      topic: module.title,
      from: "08:00",
      to: `${String(Math.floor(end / 60)).padStart(2, "0")}:${String(end % 60).padStart(2, "0")}`,
      breakMinutes: "0",
    });
    await expect(page.getByLabel(trainee.name).first()).toBeChecked();
    await press(page, "Připsat hodiny");
  }
  await trainee.signIn();
  await trainee.page.goto("/kurz");
  await expect(
    trainee.page
      .locator("main")
      .getByText(/60 z 60/)
      .first(),
  ).toBeVisible();
}

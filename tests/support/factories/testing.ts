import { randomUUID } from "node:crypto";
import type { Actor } from "~/access/index.server";
import type { Catalogue, CourseModule } from "~/course/catalogue/types";
import { readModuleTest } from "~/course/operations/testing/read-module-test.server";
import { startModuleTest, takeModuleTest } from "~/course/operations/testing/take-test.server";
import { moduleQuestions } from "~/course/operations/testing/test-definition.server";
import { fieldsWith, type SentFields } from "~/course/rules/testing/answer-fields";
import type { Question } from "~/course/rules/testing/question";
import { db } from "~/platform/db/index.server";
import { courseNow, makeCatalogue } from "./course";
import { makeMatching, makeOrdering, makeShort } from "./questions";

/** The usual course whose module `role` has a bank of 11 questions of all kinds. */
export function makeCatalogueWithBank(): Catalogue {
  const catalogue = makeCatalogue();
  catalogue.modules[0]!.bank = [
    makeOrdering("razeni"),
    makeMatching("dvojice"),
    makeShort("slovo", ["most"]),
  ];
  return catalogue;
}

export const moduleOf = (catalogue: Catalogue): CourseModule => catalogue.modules[0]!;

/** Right fields for an attempt that was drawn, with so many mistakes. */
export async function fieldsFor(
  attemptId: string,
  bank: readonly Question[],
  mistakes = 0,
): Promise<SentFields> {
  const { drawn } = await db().testAttempt.findUniqueOrThrow({ where: { id: attemptId } });
  const asked = (drawn as { question: string; contentHash: string; options: string[] }[]).map((one) => ({
    drawn: one,
    question: bank.find(({ id }) => id === one.question)!,
  }));
  const answers = asked.map(({ question }, index) => [
    question.id,
    index < mistakes ? wrong(question) : right(question),
  ]);
  return fieldsWith(asked, Object.fromEntries(answers));
}

function right(question: Question): string[] {
  switch (question.kind) {
    case "ordering":
      return question.items.map(({ id }) => id);
    case "matching":
      return question.pairs.map(({ id }) => `${id}:${id}`);
    case "short":
      return [question.accepted[0]!];
    default:
      return question.options.filter(({ correct }) => correct).map(({ id }) => id);
  }
}

function wrong(question: Question): string[] {
  switch (question.kind) {
    case "ordering":
      return question.items.map(({ id }) => id).reverse();
    case "matching": {
      const ids = question.pairs.map(({ id }) => id);
      return ids.map((id, index) => `${id}:${ids[(index + 1) % ids.length]}`);
    }
    case "short":
      return ["nevím"];
    default:
      return [question.options.find(({ correct }) => !correct)!.id];
  }
}

/** Begins a module's test and sends it. */
export async function takeModule(
  actor: Actor,
  catalogue: Catalogue,
  { mistakes = 0, now = courseNow, attemptId = randomUUID() } = {},
) {
  const module = moduleOf(catalogue);
  await startModuleTest(actor, module, attemptId, { now });
  const { own } = await readModuleTest(actor, module, { now, freshId: randomUUID() });
  const id = own!.open!.attemptId;
  const sent = await fieldsFor(id, moduleQuestions(module), mistakes);
  const taken = await takeModuleTest(actor, module, { attemptId: id, sent }, { now });
  return { id, taken, sent };
}

import { z } from "zod";
import { isDay } from "~/platform/days";
import { choiceKinds } from "../rules/testing/question";

/** Shapes of the files in `content/`. Unknown keys are mistakes: a typing error must not hide a rule. */

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens");
const words = z.string().trim().min(1);
const day = z.string().refine(isDay, "must be a day written YYYY-MM-DD");

export const planFile = z.strictObject({
  modules: z.array(
    z.strictObject({ id, order: z.int().min(1), title: words, hours: z.int().min(1), summary: words }),
  ),
});

export const moduleFile = z.strictObject({
  id,
  title: words,
  order: z.int().min(1),
  hours: z.int().min(1),
  summary: words,
});

export const lessonFrontMatter = z.strictObject({
  id,
  title: words,
  order: z.int().min(1),
  goals: z.array(words).min(1),
  activities: z.array(z.strictObject({ kind: words, title: words, minutes: z.int().min(1) })).min(1),
  glossary: z.array(id).default([]),
  sources: z
    .array(z.strictObject({ title: words, publisher: words, year: z.int(), note: words.optional() }))
    .min(1),
  legal: z.array(z.strictObject({ act: words, paragraph: words, statement: words, stav: day })).default([]),
  lastReviewed: day,
  review: z.array(words).default([]),
});

export const trainingFile = z.strictObject({
  id,
  title: words,
  summary: words,
  finalTest: z.strictObject({ questions: z.int().min(1), passPercent: z.int().min(1).max(100) }),
});

export const pageFrontMatter = z.strictObject({ id, title: words, summary: words, lastReviewed: day });

const asked = { id, prompt: words, anchor: words };
const kinds = {
  choice: {
    kind: z.enum(choiceKinds),
    options: z.array(z.strictObject({ id, text: words, correct: z.boolean(), why: words })),
  },
  ordering: {
    kind: z.literal("ordering"),
    /** In the right order. */
    items: z.array(z.strictObject({ id, text: words })).min(3),
    why: words,
  },
  matching: {
    kind: z.literal("matching"),
    pairs: z.array(z.strictObject({ id, left: words, right: words })).min(3),
    why: words,
  },
  short: { kind: z.literal("short"), accepted: z.array(words).min(1), why: words },
};

/** Questions of all kinds, with what a file of them says beside. */
function questionsWith<Extra extends z.ZodRawShape>(extra: Extra) {
  return z.array(
    z.discriminatedUnion("kind", [
      z.strictObject({ ...asked, ...extra, ...kinds.choice }),
      z.strictObject({ ...asked, ...extra, ...kinds.ordering }),
      z.strictObject({ ...asked, ...extra, ...kinds.matching }),
      z.strictObject({ ...asked, ...extra, ...kinds.short }),
    ]),
  );
}

export const quizFile = z.strictObject({ lesson: id, questions: questionsWith({}) });

/** Questions of a module that stand in no lesson's own test; each says which lesson it is about. */
export const bankFile = z.strictObject({ module: id, questions: questionsWith({ lesson: id }) });

export const glossaryFile = z.array(z.strictObject({ id, term: words, explanation: words }));

import { z } from "zod";
import { isDay } from "~/platform/days";
import { questionKinds } from "../rules/quiz";

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

export const pageFrontMatter = z.strictObject({ id, title: words, summary: words, lastReviewed: day });

export const quizFile = z.strictObject({
  lesson: id,
  questions: z.array(
    z.strictObject({
      id,
      kind: z.enum(questionKinds),
      prompt: words,
      anchor: words,
      options: z.array(z.strictObject({ id, text: words, correct: z.boolean(), why: words })),
    }),
  ),
});

export const glossaryFile = z.array(z.strictObject({ id, term: words, explanation: words }));

import { createHash } from "node:crypto";
import type { z } from "zod";
import type { Question } from "../rules/testing/question";
import type { quizFile } from "./content-schema";

type Written = z.output<typeof quizFile>["questions"][number];

/** A question as tests use it: with its lesson and with the hash of its wording. */
export function writtenQuestion(written: Written, lessonId: string): Question {
  const contentHash = createHash("sha256").update(JSON.stringify(written)).digest("hex");
  return { ...written, lessonId, contentHash };
}

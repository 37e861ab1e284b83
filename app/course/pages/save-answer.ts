import { guarded } from "~/access/index.server";
import { AppError } from "~/platform/errors";
import { readForm } from "~/platform/forms.server";
import { resourceAction } from "~/platform/resource-answer.server";
import { requireSamePerson } from "../operations/learning/device-key.server";
import { saveWorksheets, type SavedAnswer } from "../operations/learning/worksheets.server";
import { answerForm } from "../schema";

export const loader = guarded("course:study", async () => {
  throw new AppError("methodNotAllowed");
});

/** What a page that saves while somebody types is told. */
export type AnswerReply =
  | { kind: "saved"; version: number }
  | { kind: "conflict"; current: { text: string; version: number } }
  | { kind: "refused"; reason: string; values: Record<string, string | number> };

/** Saves one answer as it is being written; says everything in JSON, so that the page can go on by itself. */
export const action = resourceAction(
  guarded("course:study", async ({ actor, params, request, now }) => {
    const form = await readForm(request, answerForm);
    if (!form.ok) return refused("errors:invalid", {}, 422);
    const { worksheet: worksheetId, text, version, owner } = form.value;
    const address = { module: params.module, lesson: params.lesson };
    try {
      requireSamePerson(actor, owner);
      const [saved] = await saveWorksheets(actor, address, [{ worksheetId, text, version }], { now });
      return replyTo(saved!);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      // The text itself is not sent back: the page has it, and it may be a megabyte.
      return refused(error.reason, error.values, error.status);
    }
  }),
);

function replyTo(saved: SavedAnswer): Response {
  if (saved.kind === "saved") {
    return Response.json({ kind: "saved", version: saved.version } satisfies AnswerReply);
  }
  return Response.json({ kind: "conflict", current: saved.current } satisfies AnswerReply, { status: 409 });
}

function refused(reason: string, values: Record<string, string | number>, status: number): Response {
  return Response.json({ kind: "refused", reason, values } satisfies AnswerReply, { status });
}

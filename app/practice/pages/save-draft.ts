import { guarded } from "~/access/index.server";
import { deviceKeyOf } from "~/course/index.server";
import { AppError } from "~/platform/errors";
import { readForm } from "~/platform/forms.server";
import { resourceAction } from "~/platform/resource-answer.server";
import { saveDraft } from "../operations/drafts/save-draft.server";
import { draftSaving } from "../schema";

export const loader = guarded("practice:log", async () => {
  throw new AppError("methodNotAllowed");
});

/** Saves a draft while it is being written; says everything in JSON, so that the page can go on by itself. */
export const action = resourceAction(
  guarded("practice:log", async ({ actor, request, now }) => {
    const form = await readForm(request, draftSaving);
    if (!form.ok) return refused("errors:invalid", {}, 422);
    const { worksheet: id, text, version, owner } = form.value;
    if (owner !== deviceKeyOf(actor)) return refused("practice:draft.otherAccount", {}, 409);
    try {
      const saved = await saveDraft(actor, { id, text, version }, { now });
      // A draft that has become an entry meanwhile needs no keeping: the device may forget it.
      if (saved.kind === "sent") return Response.json({ kind: "saved", version: Math.max(1, version) });
      return Response.json(saved, saved.kind === "conflict" ? { status: 409 } : undefined);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return refused(error.reason, error.values, error.status);
    }
  }),
);

function refused(reason: string, values: Record<string, string | number>, status: number): Response {
  return Response.json({ kind: "refused", reason, values }, { status });
}

import { guarded } from "~/access/index.server";
import { AppError } from "~/platform/errors";
import { badForm, readForm, rememberedValues } from "~/platform/forms.server";
import { resourceAction } from "~/platform/resource-answer.server";
import { saveTrainingAnswers } from "../operations/training/take-test.server";
import { keptTrainingAnswers } from "../schema";

export const loader = guarded("incident:report", async () => {
  throw new AppError("methodNotAllowed");
});

/** Keeps answers of the open test while it is being filled in. */
export const action = resourceAction(
  guarded("incident:report", async ({ actor, params, request, now }) => {
    const form = await readForm(request, keptTrainingAnswers);
    if (!form.ok) return badForm(form.reply);
    const answers = { attemptId: params.attempt ?? "", sent: rememberedValues(request) ?? {} };
    const saved = await saveTrainingAnswers(actor, answers, { now });
    if (!saved.ok) return badForm({ values: {}, errors: saved.errors });
    return new Response(null, { status: 204 });
  }),
);

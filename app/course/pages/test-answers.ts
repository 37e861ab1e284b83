import { guarded } from "~/access/index.server";
import { AppError } from "~/platform/errors";
import { badForm, readForm, rememberedValues } from "~/platform/forms.server";
import { resourceAction } from "~/platform/resource-answer.server";
import { saveCourseAnswers } from "../operations/testing/take-test.server";
import { keptAnswersForm } from "../schema";

export const loader = guarded("course:study", async () => {
  throw new AppError("methodNotAllowed");
});

/** Keeps answers of an open test while it is being filled in. */
export const action = resourceAction(
  guarded("course:study", async ({ actor, params, request, now }) => {
    const form = await readForm(request, keptAnswersForm);
    if (!form.ok) return badForm(form.reply);
    const answers = { attemptId: params.attempt ?? "", sent: rememberedValues(request) ?? {} };
    const saved = await saveCourseAnswers(actor, form.value.test, answers, { now });
    if (!saved.ok) return badForm({ values: {}, errors: saved.errors });
    return new Response(null, { status: 204 });
  }),
);

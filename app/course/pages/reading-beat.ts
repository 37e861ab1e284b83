import { guarded } from "~/access/index.server";
import { AppError } from "~/platform/errors";
import { badForm, readForm } from "~/platform/forms.server";
import { resourceAction } from "~/platform/resource-answer.server";
import { measureReading } from "../operations/learning/measure-reading.server";
import { readingBeatForm } from "../schema";

export const loader = guarded("course:study", async () => {
  throw new AppError("methodNotAllowed");
});

/** A page tells how long it was being read. */
export const action = resourceAction(
  guarded("course:study", async ({ actor, params, request, now }) => {
    const form = await readForm(request, readingBeatForm);
    if (!form.ok) return badForm(form.reply);
    const address = { module: params.module, lesson: params.lesson };
    await measureReading(actor, address, form.value.seconds, { now });
    return new Response(null, { status: 204 });
  }),
);

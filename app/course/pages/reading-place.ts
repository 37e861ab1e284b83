import { guarded } from "~/access/index.server";
import { AppError } from "~/platform/errors";
import { badForm, readForm } from "~/platform/forms.server";
import { resourceAction } from "~/platform/resource-answer.server";
import { saveReadingPlace } from "../operations/save-reading-place.server";
import { readingPlaceForm } from "../schema";

export const loader = guarded("course:study", async () => {
  throw new AppError("methodNotAllowed");
});

/** Remembers where in a lesson somebody reads. */
export const action = resourceAction(
  guarded("course:study", async ({ actor, params, request, now }) => {
    const form = await readForm(request, readingPlaceForm);
    if (!form.ok) return badForm(form.reply);
    await saveReadingPlace(actor, { module: params.module, lesson: params.lesson }, form.value.heading, {
      now,
    });
    return new Response(null, { status: 204 });
  }),
);

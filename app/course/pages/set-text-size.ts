import { redirect } from "@remix-run/node";
import { open } from "~/access/index.server";
import { AppError } from "~/platform/errors";
import { localPath } from "~/platform/local-path";
import { isTextSize, textSizeCookieText } from "../rules/learning/text-size";

export const loader = open(async () => redirect("/kurz"));

/** Remembers on the device how large lessons are written; with scripts the page does it by itself. */
export const action = open(async ({ request }) => {
  const form = await request.formData().catch(() => null);
  const size = form?.get("size");
  if (!form || !isTextSize(size)) throw new AppError("badRequest");
  return redirect(localPath(form.get("back")), { headers: { "Set-Cookie": textSizeCookieText(size) } });
});

import { redirect } from "@remix-run/node";
import { open } from "~/access/index.server";
import { languageCookie } from "~/i18n/i18n.server";
import { isLanguage } from "~/i18n/languages";
import { AppError } from "~/platform/errors";
import { localPath } from "~/platform/local-path";

export const loader = open(async () => redirect("/"));

/** Remembers the language and returns to the page the switch was on. */
export const action = open(async ({ request }) => {
  const form = await request.formData().catch(() => null);
  const language = form?.get("language");
  if (!form || !isLanguage(language)) throw new AppError("badRequest");
  return redirect(localPath(form.get("back")), {
    headers: { "Set-Cookie": await languageCookie.serialize(language) },
  });
});

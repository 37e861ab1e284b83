import { redirect } from "@remix-run/node";
import { open } from "~/access/index.server";
import { AppError } from "~/platform/errors";
import { localPath } from "~/platform/local-path";
import { isTheme, rememberTheme } from "../theme.server";

export const loader = open(async () => redirect("/"));

/** Remembers the look and returns to the page the switch was on. */
export const action = open(async ({ request }) => {
  const form = await request.formData().catch(() => null);
  const theme = form?.get("theme");
  if (!form || !isTheme(theme)) throw new AppError("badRequest");
  return redirect(localPath(form.get("back")), { headers: { "Set-Cookie": await rememberTheme(theme) } });
});

import { createCookie, redirect } from "@remix-run/node";
import { z } from "zod";
import type { Toast } from "./toast";

const cookie = createCookie("toast", { path: "/", httpOnly: true, sameSite: "lax", maxAge: 60 });

const toastSchema = z.object({
  kind: z.enum(["success", "info", "warning", "error"]),
  text: z.string().regex(/^[a-zA-Z]+:[\w.]+$/),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** Sends the browser on, with a message that is shown once on the next page. */
export async function redirectWithToast(to: string, toast: Toast, headers: HeadersInit = {}) {
  const all = new Headers(headers);
  all.append("Set-Cookie", await cookie.serialize(toast));
  return redirect(to, { headers: all });
}

/** The message waiting for this request, and the header that takes it away. */
export async function takeToast(request: Request): Promise<{ toast: Toast; clear: string } | null> {
  const parsed = toastSchema.safeParse(await cookie.parse(request.headers.get("Cookie")).catch(() => null));
  if (!parsed.success) return null;
  return { toast: parsed.data, clear: await cookie.serialize("", { maxAge: 0 }) };
}

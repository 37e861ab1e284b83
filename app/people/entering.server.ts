import { redirect } from "@remix-run/node";
import { sessionCookie, type SecondFactorState } from "~/access/index.server";
import { languageCookie } from "~/i18n/i18n.server";
import { localPath } from "~/platform/local-path";
import type { Toast } from "~/platform/toast";
import { redirectWithToast } from "~/platform/toast.server";
import type { SignedIn } from "./operations/sign-in.server";

/** The local path a request wants to be led back to, from its address. */
export function wantedPath(request: Request): string {
  return localPath(new URL(request.url).searchParams.get("dal"));
}

/** A path with the way back; the way home need not be said. */
export function withWayBack(path: string, back: string): string {
  return back === "/" ? path : `${path}?dal=${encodeURIComponent(back)}`;
}

/** Where a sign-in goes on: to the second factor if it is missing, then to the wanted page. */
export function nextStep(secondFactor: SecondFactorState, wanted: string): string {
  if (secondFactor === "verify") return withWayBack("/prihlaseni/overeni", wanted);
  if (secondFactor === "setup") return withWayBack("/ucet/dvoufazove-overeni", wanted);
  return wanted;
}

/** Hands the browser its new session and leads it on. */
export async function enter(
  request: Request,
  signedIn: SignedIn,
  wanted: unknown,
  toast?: Toast,
): Promise<Response> {
  const headers = new Headers({ "Set-Cookie": sessionCookie(signedIn.sessionId) });
  // A language chosen in this browser stays; otherwise the account's own one applies.
  const chosen: unknown = await languageCookie.parse(request.headers.get("Cookie"));
  if (!chosen) headers.append("Set-Cookie", await languageCookie.serialize(signedIn.language));
  const to = nextStep(signedIn.secondFactor, localPath(wanted));
  return toast ? redirectWithToast(to, toast, headers) : redirect(to, { headers });
}

import { inject } from "vitest";
import { signIn } from "./sign-in";

/** Address of the demo portal the http tests talk to. */
export function demoUrl(): string {
  return inject("demoUrl");
}

const sessions = new Map<string, Promise<string>>();

/** Cookie of a demo role, signed in once per test file; none for a visitor. */
export async function cookieOf(role: string): Promise<string | undefined> {
  if (role === "visitor") return undefined;
  const known = sessions.get(role) ?? signIn(demoUrl(), `${role}@demo.test`);
  sessions.set(role, known);
  return known;
}

/** GET as a role, redirects not followed. */
export async function get(
  path: string,
  role = "visitor",
  headers: Record<string, string> = {},
): Promise<Response> {
  const cookie = await cookieOf(role);
  return fetch(demoUrl() + path, {
    redirect: "manual",
    headers: { ...headers, ...(cookie ? { cookie } : {}) },
  });
}

/** POST of a form as a role from the portal's own page, redirects not followed. */
export async function post(
  path: string,
  fields: Record<string, string> | [string, string][],
  role = "visitor",
): Promise<Response> {
  const cookie = await cookieOf(role);
  return fetch(demoUrl() + path, {
    method: "POST",
    redirect: "manual",
    headers: {
      "Content-Type": "application/x-www-form-urlencoded",
      "Sec-Fetch-Site": "same-origin",
      ...(cookie ? { cookie } : {}),
    },
    body: new URLSearchParams(fields),
  });
}

/** Paths in a page's links that fit a pattern with one group for what is wanted. */
export function linksIn(html: string, pattern: RegExp): string[] {
  const found = [...html.matchAll(/href="([^"]+)"/g)].flatMap(([, href]) => {
    const match = pattern.exec(href!.replaceAll("&amp;", "&"));
    return match ? [match[1] ?? match[0]] : [];
  });
  return [...new Set(found)];
}

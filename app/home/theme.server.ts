import { createCookie } from "@remix-run/node";

export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export function isTheme(value: unknown): value is Theme {
  return themes.includes(value as Theme);
}

const cookie = createCookie("vzhled", { path: "/", httpOnly: true, sameSite: "lax", maxAge: 31_536_000 });

/** Chosen look of a request; `auto` follows the device. */
export async function themeOf(request: Request): Promise<Theme> {
  const value: unknown = await cookie.parse(request.headers.get("Cookie")).catch(() => null);
  return isTheme(value) ? value : "auto";
}

/** Header that remembers the look. */
export function rememberTheme(theme: Theme): Promise<string> {
  return cookie.serialize(theme);
}

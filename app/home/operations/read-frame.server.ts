import type { Actor } from "~/access/index.server";
import type { Language } from "~/i18n/languages";
import { languageOf } from "~/i18n/i18n.server";
import { config } from "~/platform/config.server";
import { takeToast } from "~/platform/toast.server";
import type { Toast } from "~/platform/toast";
import { navigationOf, type NavigationEntry } from "../rules/navigation";
import { themeOf, type Theme } from "../theme.server";

/** What the frame around every page is drawn from. */
export interface Frame {
  language: Language;
  theme: Theme;
  demo: boolean;
  navigation: NavigationEntry[];
  account: { name: string; roles: string[] } | null;
  toast: Toast | null;
}

/** Reads the frame of a request; `clear` is the header that takes the shown message away. */
export async function readFrame(
  request: Request,
  actor: Actor | null,
): Promise<{ frame: Frame; clear: string | null }> {
  const waiting = await takeToast(request);
  const frame: Frame = {
    language: await languageOf(request),
    theme: await themeOf(request),
    demo: config().mode === "demo",
    navigation: navigationOf(actor),
    account: actor && { name: actor.name, roles: [...new Set(actor.roles.map(({ role }) => role))] },
    toast: waiting?.toast ?? null,
  };
  return { frame, clear: waiting?.clear ?? null };
}

import { Link, useLocation, useMatches } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { languages } from "~/i18n/languages";
import type { PageHandle } from "~/page";
import { LanguageSwitch, PortalFrame, ThemeSwitch, useText } from "~/ui";
import type { Frame as FrameData } from "../operations/read-frame.server";
import { currentEntry } from "../rules/navigation";
import { ForgetAtSignOut } from "./forget-at-sign-out";
import { navigationIcons } from "./navigation-icons";

/** The portal's frame around a page; without data (an error before the frame could be read) a bare one. */
export function Frame({ frame, children }: { frame: FrameData | undefined; children: ReactNode }) {
  const { t } = useTranslation("common");
  const text = useText();
  const { pathname, search } = useLocation();
  const matches = useMatches();
  const page = matches.at(-1);
  const handle = page?.handle as PageHandle | undefined;
  const current = frame && currentEntry(frame.navigation, pathname);
  const crumbs =
    page?.data === undefined || page.data === null ? [] : (handle?.breadcrumbs?.(page.data) ?? []);
  return (
    <PortalFrame
      brand={{ name: t("brand"), tagline: t("tagline") }}
      nav={(frame?.navigation ?? []).map((entry) => ({
        to: entry.to,
        label: t(`nav.${entry.text}`),
        shortLabel: t(`navShort.${entry.text}` as "navShort.runs", { defaultValue: t(`nav.${entry.text}`) }),
        icon: navigationIcons[entry.text],
        current: entry === current,
      }))}
      account={
        frame?.account
          ? {
              name: frame.account.name,
              roles: frame.account.roles.map((role) => t(`role.${role}` as "role.mentor")).join(", "),
              links: [
                { to: "/ucet", label: t("nav.account"), icon: "person" },
                { to: "/odhlaseni", label: t("nav.signOut"), icon: "signOut", method: "post" },
              ],
            }
          : null
      }
      guestLinks={[{ to: "/prihlaseni", label: t("nav.signIn"), primary: true }]}
      languageSwitch={
        <LanguageSwitch
          action="/jazyk"
          back={pathname + search}
          current={frame?.language ?? "cs"}
          languages={languages.map((code) => ({ code, label: t(`language.${code}`) }))}
        />
      }
      themeSwitch={<ThemeSwitch action="/vzhled" back={pathname + search} current={frame?.theme ?? "auto"} />}
      breadcrumbs={crumbs.map(({ text: label, to }) => ({ label: text(label), to }))}
      banner={frame?.demo ? t("demoBanner") : undefined}
      toast={frame?.toast}
      wide={handle?.wide}
      footer={<FooterWords />}
    >
      {frame?.account && <ForgetAtSignOut />}
      {children}
    </PortalFrame>
  );
}

function FooterWords() {
  const { t } = useTranslation("common");
  const links = [
    { to: "/o-sluzbe", label: t("nav.about") },
    { to: "/stranky/pomoc-obetem", label: t("nav.help") },
    { to: "/overeni", label: t("nav.verify") },
    { to: "/stranky/soukromi", label: t("nav.privacy") },
    { to: "/stranky/pristupnost", label: t("nav.accessibility") },
  ];
  return (
    <>
      <p>{t("footer.about")}</p>
      <ul>
        {links.map(({ to, label }) => (
          <li key={to}>
            <Link to={to}>{label}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}

import { Link, useLocation, useMatches } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { PageHandle } from "~/page";
import { type IconName, PortalFrame } from "~/ui";
import { useText } from "~/ui/texts";
import type { Frame as FrameData } from "../operations/read-frame.server";
import { currentEntry, type NavigationEntry } from "../rules/navigation";
import { ChoiceSwitch } from "./choice-switch";

const icons: Record<NavigationEntry["text"], IconName> = {
  home: "home",
  course: "course",
  practice: "practice",
  practiceReview: "check",
  runs: "people",
  applications: "mail",
  supervision: "supervision",
  cases: "case",
  reports: "report",
  incidents: "incident",
  incidentMap: "map",
  reportIncident: "plus",
  certificates: "certificate",
  people: "people",
  organisations: "organisation",
  about: "info",
  publicMap: "map",
  apply: "edit",
  verify: "certificate",
  help: "lamp",
};

/** The portal's frame around a page; without data (an error before the frame could be read) a bare one. */
export function Frame({ frame, children }: { frame: FrameData | undefined; children: ReactNode }) {
  const { t } = useTranslation("common");
  const text = useText();
  const { pathname, search } = useLocation();
  const matches = useMatches();
  const page = matches.at(-1);
  const handle = page?.handle as PageHandle | undefined;
  const current = frame && currentEntry(frame.navigation, pathname);
  const crumbs = page?.data === undefined ? [] : (handle?.breadcrumbs?.(page.data) ?? []);
  return (
    <PortalFrame
      brand={{ name: t("brand"), tagline: t("tagline") }}
      nav={(frame?.navigation ?? []).map((entry) => ({
        to: entry.to,
        label: t(`nav.${entry.text}`),
        icon: icons[entry.text],
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
        <ChoiceSwitch
          action="/jazyk"
          name="language"
          label={t("language.label")}
          chosen={frame?.language ?? "cs"}
          options={[
            { value: "cs", label: t("language.cs") },
            { value: "en", label: t("language.en") },
          ]}
          back={pathname + search}
        />
      }
      themeSwitch={
        <ChoiceSwitch
          action="/vzhled"
          name="theme"
          label={t("theme.label")}
          chosen={frame?.theme ?? "auto"}
          options={(["auto", "light", "dark"] as const).map((value) => ({ value, label: t(`theme.${value}`) }))}
          back={pathname + search}
        />
      }
      breadcrumbs={crumbs.map(({ text: label, to }) => ({ label: text(label), to }))}
      banner={frame?.demo ? t("demoBanner") : undefined}
      toast={frame?.toast}
      wide={handle?.wide}
      footer={<FooterWords />}
    >
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

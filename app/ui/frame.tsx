import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Arches } from "./arches";
import { Breadcrumbs, type Crumb } from "./breadcrumbs";
import { Icon, type IconName } from "./icons";
import { BridgeMark } from "./logo";
import { Menu } from "./menu";
import { type ToastMessage, ToastRegion } from "./toast";

export interface NavItem {
  to: string;
  label: string;
  /** For the bar at the bottom of a phone, where `label` would not fit. */
  shortLabel?: string;
  icon?: IconName;
  current?: boolean;
  /** How many things wait there. */
  badge?: number;
  /** Items with the same group stand together in the side rail, under its name. */
  group?: string;
}

export interface AccountLink {
  to: string;
  label: string;
  icon?: IconName;
  /** "post" makes it a button in a form of its own: signing out. */
  method?: "get" | "post";
}

export interface FrameAccount {
  name: string;
  /** E.g. "mentor, lektor". */
  roles?: string;
  links: AccountLink[];
}

export interface PortalFrameProps {
  brand: { name: string; tagline?: string; to?: string };
  nav: NavItem[];
  /** Who is signed in; null shows `guestLinks` instead. */
  account: FrameAccount | null;
  guestLinks?: { to: string; label: string; primary?: boolean }[];
  languageSwitch?: ReactNode;
  themeSwitch?: ReactNode;
  breadcrumbs?: Crumb[];
  /** One sentence over everything: this is a demo. */
  banner?: ReactNode;
  toast?: ToastMessage | null;
  /** Full-width pages (maps, the public home) without the reading column. */
  wide?: boolean;
  footer?: ReactNode;
  children: ReactNode;
}

const IN_BAR = 4;

/** The page around the page: skip link, header, navigation, breadcrumbs, messages, main, footer. */
export function PortalFrame({
  brand,
  nav,
  account,
  guestLinks = [],
  languageSwitch,
  themeSwitch,
  breadcrumbs = [],
  banner,
  toast,
  wide,
  footer,
  children,
}: PortalFrameProps) {
  const { t } = useTranslation("ui");
  return (
    <div className={nav.length > 0 ? "portal portal-with-nav" : "portal"}>
      <a className="skip-link" href="#obsah">
        {t("frame.skip")}
      </a>
      <header className="deck">
        {banner && <p className="demo-banner">{banner}</p>}
        <div className="deck-ground">
          {" "}
          <div className="deck-inner">
            <Link to={brand.to ?? "/"} className="brand">
              <BridgeMark />
              <span className="brand-words">
                <span className="brand-name">{brand.name}</span>
                {brand.tagline && <span className="brand-tagline">{brand.tagline}</span>}
              </span>
            </Link>
            <div className="deck-tools">
              {(languageSwitch || themeSwitch) && (
                <Menu
                  className="deck-menu"
                  summary={
                    <summary className="deck-button" aria-label={t("frame.appearance")}>
                      <Icon name="globe" />
                    </summary>
                  }
                >
                  <div className="menu-panel">
                    {languageSwitch}
                    {themeSwitch}
                  </div>
                </Menu>
              )}
              {account ? <AccountMenu account={account} label={t("frame.account")} /> : null}
              {!account &&
                guestLinks.map((link) => (
                  <Link
                    key={link.to}
                    to={link.to}
                    className={link.primary ? "deck-link deck-link-primary" : "deck-link"}
                  >
                    {link.label}
                  </Link>
                ))}
            </div>
          </div>
        </div>{" "}
        <Arches id="deck-arches" />
      </header>
      <div className="portal-body">
        {nav.length > 0 && (
          <>
            <SideRail nav={nav} label={t("frame.navigation")} />
            <BottomBar nav={nav} />
          </>
        )}
        <div className={wide ? "portal-content portal-content-wide" : "portal-content"}>
          {breadcrumbs.length > 0 && <Breadcrumbs items={breadcrumbs} />}
          <ToastRegion toast={toast} />
          <main id="obsah" tabIndex={-1}>
            {children}
          </main>
        </div>
      </div>
      {footer && (
        <footer className="footer">
          <Arches id="footer-arches" />
          <div className="footer-ground">
            <div className="footer-inner">{footer}</div>
          </div>
        </footer>
      )}
    </div>
  );
}

function AccountMenu({ account, label }: { account: FrameAccount; label: string }) {
  return (
    <Menu
      className="deck-menu"
      summary={
        <summary className="deck-button deck-account" aria-label={`${label}: ${account.name}`}>
          <span className="initials" aria-hidden="true">
            {initials(account.name)}
          </span>
          <span className="deck-account-name" aria-hidden="true">
            {account.name}
          </span>
          <Icon name="chevronDown" size="sm" className="details-mark" />
        </summary>
      }
    >
      <div className="menu-panel">
        <p className="menu-who">
          <strong>{account.name}</strong>
          {account.roles && <span>{account.roles}</span>}
        </p>
        <ul>
          {account.links.map((link) => (
            <li key={link.to}>
              {link.method === "post" ? (
                <form method="post" action={link.to}>
                  <button type="submit" className="menu-item">
                    {link.icon && <Icon name={link.icon} />}
                    {link.label}
                  </button>
                </form>
              ) : (
                <Link to={link.to} className="menu-item">
                  {link.icon && <Icon name={link.icon} />}
                  {link.label}
                </Link>
              )}
            </li>
          ))}
        </ul>
      </div>
    </Menu>
  );
}

function SideRail({ nav, label }: { nav: NavItem[]; label: string }) {
  const groups = [...new Set(nav.map((item) => item.group ?? ""))];
  return (
    <nav className="rail" aria-label={label}>
      {groups.map((group) => (
        <div key={group} className="rail-group">
          {group && <p className="rail-heading">{group}</p>}
          <ul>
            {nav
              .filter((item) => (item.group ?? "") === group)
              .map((item) => (
                <li key={item.to}>
                  <NavLink item={item} className="rail-link" />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

/** The first few pages within reach of the thumb, the others in a sheet above them. */
function BottomBar({ nav }: { nav: NavItem[] }) {
  const { t } = useTranslation("ui");
  const fits = nav.length <= IN_BAR + 1;
  const inBar = fits ? nav : nav.slice(0, IN_BAR);
  const rest = fits ? [] : nav.slice(IN_BAR);
  const waiting = rest.reduce((sum, item) => sum + (item.badge ?? 0), 0);
  return (
    <nav className="bar" aria-label={t("frame.navigation")}>
      <ul>
        {inBar.map((item) => (
          <li key={item.to}>
            <NavLink item={item} className="bar-link" short />
          </li>
        ))}
        {rest.length > 0 && (
          <li>
            <Menu
              className="bar-menu"
              summary={
                <summary
                  className={rest.some((item) => item.current) ? "bar-link bar-link-current" : "bar-link"}
                >
                  <span className="bar-icon">
                    <Icon name="menu" />
                    {waiting > 0 && <span className="badge">{waiting}</span>}
                  </span>
                  <span className="bar-label">{t("frame.more")}</span>
                </summary>
              }
            >
              <ul className="bar-sheet" aria-label={t("frame.moreNavigation")}>
                {rest.map((item) => (
                  <li key={item.to}>
                    <NavLink item={item} className="rail-link" />
                  </li>
                ))}
              </ul>
            </Menu>
          </li>
        )}
      </ul>
    </nav>
  );
}

function NavLink({ item, className, short }: { item: NavItem; className: string; short?: boolean }) {
  const badge = item.badge ? <span className="badge">{item.badge}</span> : null;
  return (
    <Link to={item.to} className={className} aria-current={item.current ? "page" : undefined}>
      <span className={short ? "bar-icon" : "rail-icon"}>
        <Icon name={item.icon ?? "arrowRight"} />
        {short && badge}
      </span>
      <span className={short ? "bar-label" : "rail-label"}>
        {short ? (item.shortLabel ?? item.label) : item.label}
      </span>
      {!short && badge}
    </Link>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words[words.length - 1] : ""]
    .map((word) => word?.charAt(0) ?? "")
    .join("")
    .toUpperCase();
}

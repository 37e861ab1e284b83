import type { Permission } from "~/access/permissions";

/** One entry of the main navigation; the text is a key under `common:nav`. */
export interface NavigationEntry {
  to: string;
  text:
    | "home"
    | "course"
    | "calendar"
    | "messages"
    | "practice"
    | "practiceReview"
    | "practiceConfirm"
    | "runs"
    | "applications"
    | "supervision"
    | "exams"
    | "cases"
    | "reports"
    | "incidents"
    | "incidentMap"
    | "certificates"
    | "mentoring"
    | "mentors"
    | "settings"
    | "people"
    | "organisations"
    | "about"
    | "publicMap"
    | "apply"
    | "verify"
    | "help";
}

const forSignedIn: { entry: NavigationEntry; needs: Permission; or?: Permission }[] = [
  { entry: { to: "/kurz/prihlaska", text: "apply" }, needs: "application:create" },
  { entry: { to: "/kurz", text: "course" }, needs: "course:read" },
  { entry: { to: "/kalendar", text: "calendar" }, needs: "session:list", or: "supervision:list" },
  { entry: { to: "/praxe", text: "practice" }, needs: "practice:log" },
  { entry: { to: "/zpravy", text: "messages" }, needs: "message:read" },
  { entry: { to: "/pripady", text: "cases" }, needs: "case:list" },
  { entry: { to: "/behy", text: "runs" }, needs: "run:list" },
  { entry: { to: "/praxe/ke-schvaleni", text: "practiceReview" }, needs: "practice:review" },
  { entry: { to: "/praxe/potvrzeni", text: "practiceConfirm" }, needs: "practice:confirm" },
  { entry: { to: "/prihlasky", text: "applications" }, needs: "application:list" },
  { entry: { to: "/supervize", text: "supervision" }, needs: "supervision:list" },
  { entry: { to: "/zkousky", text: "exams" }, needs: "exam:judge" },
  { entry: { to: "/mentor", text: "mentoring" }, needs: "mentor:own" },
  { entry: { to: "/mentori", text: "mentors" }, needs: "mentor:list" },
  { entry: { to: "/incidenty", text: "incidents" }, needs: "incident:list" },
  { entry: { to: "/incidenty/mapa", text: "incidentMap" }, needs: "incident:map" },
  { entry: { to: "/vykazy", text: "reports" }, needs: "report:read" },
  { entry: { to: "/osvedceni", text: "certificates" }, needs: "certificate:read" },
  // Those who teach monitoring find there the people they teach.
  { entry: { to: "/lide", text: "people" }, needs: "account:list", or: "monitoring:train" },
  { entry: { to: "/organizace", text: "organisations" }, needs: "organisation:list" },
  { entry: { to: "/nastaveni", text: "settings" }, needs: "settings:manage" },
];

const forVisitors: NavigationEntry[] = [
  { to: "/o-sluzbe", text: "about" },
  { to: "/kurz", text: "course" },
  { to: "/kurz/prihlaska", text: "apply" },
  { to: "/mapa", text: "publicMap" },
  { to: "/overeni", text: "verify" },
  { to: "/stranky/pomoc-obetem", text: "help" },
];

/** The main navigation of a person: the pages at least one of their roles opens, in the order of daily work. */
export function navigationOf(actor: { can(permission: Permission): boolean } | null): NavigationEntry[] {
  if (!actor) return forVisitors;
  const allowed = forSignedIn
    .filter(({ needs, or }) => actor.can(needs) || (or !== undefined && actor.can(or)))
    .map(({ entry }) => entry);
  return [{ to: "/", text: "home" }, ...allowed];
}

/** The entry a path belongs to: the longest one that begins it. */
export function currentEntry(entries: readonly NavigationEntry[], path: string): NavigationEntry | undefined {
  return entries
    .filter(({ to }) => path === to || (to !== "/" && path.startsWith(`${to}/`)))
    .sort((a, b) => b.to.length - a.to.length)[0];
}

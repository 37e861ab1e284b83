import { isDay } from "~/platform/days";
import { caseStates, clientTypes, type CaseState, type ClientType } from "../codes";
import type { Period } from "./counting";

/** What the list of cases is narrowed to; the address holds it, so that a list can be kept and passed on. */
export interface CaseFilter {
  state: CaseState | "open" | null;
  type: ClientType | null;
  centreId: string | null;
  mentorId: string | null;
  due: "soon" | "overdue" | null;
  /** Part of a code or of a name. */
  search: string | null;
  /** Only cases that count in a report's period, and of them perhaps only the successful ones. */
  report: (Period & { successfulOnly: boolean }) | null;
  page: number;
}

export const noFilter: CaseFilter = {
  state: null,
  type: null,
  centreId: null,
  mentorId: null,
  due: null,
  search: null,
  report: null,
  page: 1,
};

const longestSearch = 100;

const oneOf = <T extends string>(allowed: readonly T[], value: string | null): T | null =>
  allowed.find((one) => one === value) ?? null;

const idOf = (value: string | null) =>
  value && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value) ? value : null;

/** Reads a filter from an address; what it does not understand is as if it were not there. */
export function readFilter(search: URLSearchParams): CaseFilter {
  const page = Number(search.get("strana"));
  return {
    state: oneOf([...caseStates, "open"] as const, search.get("stav")),
    type: oneOf(clientTypes, search.get("typ")),
    centreId: idOf(search.get("stredisko")),
    mentorId: idOf(search.get("mentor")),
    due: oneOf(["soon", "overdue"] as const, search.get("hodnoceni")),
    search: search.get("hledat")?.trim().slice(0, longestSearch) || null,
    report: readReport(search),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

function readReport(search: URLSearchParams): CaseFilter["report"] {
  const [from = "", to = ""] = (search.get("vykaz") ?? "").split("_");
  if (!isDay(from) || !isDay(to) || from > to) return null;
  return { from, to, successfulOnly: search.get("ukazatel") === "successful" };
}

/** The address of a filtered list; what is not filtered by is left out. */
export function filterAddress(filter: Partial<CaseFilter>): string {
  const { report } = filter;
  const parts: [string, string | null | undefined][] = [
    ["vykaz", report && `${report.from}_${report.to}`],
    ["ukazatel", report && (report.successfulOnly ? "successful" : "clients")],
    ["stav", filter.state],
    ["typ", filter.type],
    ["stredisko", filter.centreId],
    ["mentor", filter.mentorId],
    ["hodnoceni", filter.due],
    ["hledat", filter.search],
    ["strana", filter.page && filter.page > 1 ? String(filter.page) : null],
  ];
  const search = new URLSearchParams(parts.flatMap(([name, value]) => (value ? [[name, value]] : [])));
  const text = search.toString();
  return text ? `/pripady?${text}` : "/pripady";
}

/** How many things the list is narrowed by. */
export function filterCount({ state, type, centreId, mentorId, due, search, report }: CaseFilter): number {
  return [state, type, centreId, mentorId, due, search, report].filter((one) => one !== null).length;
}

import { flagCodes, type FlagCode } from "./flags";

/** Columns a run's table is sorted by, as they stand in the address. */
export const orderKeys = [
  "jmeno",
  "teorie",
  "praxe",
  "supervize",
  "testy",
  "dochazka",
  "upozorneni",
] as const;
export type OrderKey = (typeof orderKeys)[number];

/** What of a run's table is shown and in what order. */
export interface TableView {
  key: OrderKey;
  descending: boolean;
  flag: FlagCode | null;
}

/** What a row is sorted by. */
export interface SortableRow {
  name: string;
  sums: { theoryMinutes: number; practiceMinutes: number };
  supervision: { missing: number; kept: number };
  tests: { passed: number };
  attendance: { share: number | null };
  flags: readonly { code: FlagCode }[];
}

/** Reads a view from an address; what makes no sense falls back to names from A to Ž, everybody. */
export function readTableView(search: URLSearchParams): TableView {
  const key = orderKeys.find((one) => one === search.get("razeni")) ?? "jmeno";
  const flag = flagCodes.find((one) => one === search.get("priznak")) ?? null;
  return { key, descending: search.get("smer") === "dolu", flag };
}

/** The address of a view, without what is usual. */
export function tableAddress({ key, descending, flag }: TableView): string {
  const search = new URLSearchParams();
  if (key !== "jmeno" || descending) search.set("razeni", key);
  if (descending) search.set("smer", "dolu");
  if (flag) search.set("priznak", flag);
  const text = search.toString();
  return text ? `?${text}` : "?";
}

/** The view a column's header leads to: up first, then down. */
export function turned(view: TableView, key: OrderKey): TableView {
  return { ...view, key, descending: view.key === key && !view.descending };
}

const measures: Record<Exclude<OrderKey, "jmeno">, (row: SortableRow) => number> = {
  teorie: ({ sums }) => sums.theoryMinutes,
  praxe: ({ sums }) => sums.practiceMinutes,
  supervize: ({ supervision }) => supervision.kept - supervision.missing * 1000,
  testy: ({ tests }) => tests.passed,
  dochazka: ({ attendance }) => attendance.share ?? -1,
  upozorneni: ({ flags }) => flags.length,
};

/** Rows of a view; equal ones stand by name whichever way the column is turned. */
export function arrangeRows<Row extends SortableRow>(rows: readonly Row[], view: TableView): Row[] {
  const byName = (a: Row, b: Row) => a.name.localeCompare(b.name, "cs");
  const way = view.descending ? -1 : 1;
  const shown = rows.filter(({ flags }) => !view.flag || flags.some(({ code }) => code === view.flag));
  const { key } = view;
  if (key === "jmeno") return shown.sort((a, b) => way * byName(a, b));
  const measure = measures[key];
  return shown.sort((a, b) => way * (measure(a) - measure(b)) || byName(a, b));
}

/** How many rows carry each flag. */
export function countFlags(rows: readonly Pick<SortableRow, "flags">[]): Record<FlagCode, number> {
  const counts = Object.fromEntries(flagCodes.map((code) => [code, 0])) as Record<FlagCode, number>;
  for (const { flags } of rows) for (const { code } of flags) counts[code] += 1;
  return counts;
}

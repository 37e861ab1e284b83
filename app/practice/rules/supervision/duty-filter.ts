import { personKinds, type PersonKind } from "../../supervision-codes";
import { dutyStates, type DutyState } from "./duty-clock";

/** What of the list of the duty is shown. */
export interface DutyFilter {
  kind: PersonKind | null;
  state: DutyState | null;
  /** Part of a name, a code or a run. */
  search: string;
}

const searchLength = 80;

/** Reads the filter from an address; what is not known is left out. */
export function readDutyFilter(search: URLSearchParams): DutyFilter {
  return {
    kind: personKinds.find((kind) => kind === search.get("kdo")) ?? null,
    state: dutyStates.find((state) => state === search.get("stav")) ?? null,
    search: (search.get("hledat") ?? "").trim().slice(0, searchLength),
  };
}

/** The filter as an address has it, without the question mark. */
export function writeDutyFilter({ kind, state, search }: DutyFilter): string {
  const address = new URLSearchParams();
  if (kind) address.set("kdo", kind);
  if (state) address.set("stav", state);
  if (search) address.set("hledat", search);
  return address.toString();
}

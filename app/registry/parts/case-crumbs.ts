import type { Breadcrumb } from "~/page";

/** The way to a form about a case. */
export function caseCrumbs({ id, code }: { id: string; code: string }, last: string): Breadcrumb[] {
  return [
    { text: "registry:list.title", to: "/pripady" },
    { text: code, to: `/pripady/${id}` },
    { text: last },
  ];
}

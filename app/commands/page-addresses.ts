import routes from "../routes";

type Entry = (typeof routes)[number];

const patterns = routes.flatMap(addressOf).map((address) => {
  const parts = address
    .split("/")
    .map((part) => (part.startsWith(":") ? "[^/]+" : part.replace(/[.+]/g, "\\$&")));
  return new RegExp(`^/${parts.join("/")}$`);
});

/** Whether a path of the portal, without query and anchor, has a page. */
export function pageExists(path: string): boolean {
  return patterns.some((pattern) => pattern.test(path));
}

function addressOf(entry: Entry): string[] {
  if (entry.index) return [""];
  return entry.path === undefined || entry.path === "*" ? [] : [entry.path];
}

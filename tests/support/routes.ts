import routeTable from "../../app/routes";

/** One URL of the portal as `app/routes.ts` has it. */
export interface PortalRoute {
  /** With a leading slash; parameters as `:name`. */
  path: string;
  /** Route module below app/. */
  file: string;
}

/** Every URL of the portal, the catch-all included. */
export const portalRoutes: PortalRoute[] = routeTable.map((entry) => ({
  path: `/${entry.path ?? ""}`,
  file: entry.file,
}));

/** The route that answers a path: the one with the fewest parameters among those that fit. */
export function routeOf(pathname: string): PortalRoute | undefined {
  const parts = pathname.split("/").filter(Boolean);
  return portalRoutes
    .filter(({ path }) => path !== "/*" && fits(path.split("/").filter(Boolean), parts))
    .sort((a, b) => parameters(a.path) - parameters(b.path))[0];
}

function fits(pattern: string[], parts: string[]): boolean {
  return (
    pattern.length === parts.length &&
    pattern.every((part, index) => part.startsWith(":") || part === parts[index])
  );
}

function parameters(path: string): number {
  return path.split(":").length - 1;
}

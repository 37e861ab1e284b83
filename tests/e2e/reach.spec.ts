import { expect, test } from "@playwright/test";
import { notPages, readReached } from "../support/reached";
import { portalRoutes } from "../support/routes";

test("every page of the portal is reached by somebody", () => {
  const reached = readReached();
  const missed = portalRoutes
    .map(({ path }) => path)
    .filter((path) => !notPages.has(path) && !reached.has(path));
  expect(missed).toEqual([]);
});

import { describe, expect, it } from "vitest";
import { navigationOf } from "~/home/rules/navigation";
import common from "~/i18n/cs/common";
import home from "~/i18n/cs/home";

describe("the main navigation", () => {
  const everything = navigationOf({ can: () => true });

  it("has a name and a hint for every entry", () => {
    for (const { text } of everything) expect(common.nav, text).toHaveProperty(text);
    for (const { text, to } of everything) {
      if (to !== "/") expect(home.pageHint, text).toHaveProperty(text);
    }
  });

  it("leads each person only where a permission opens the page", () => {
    expect(navigationOf({ can: () => false }).map(({ to }) => to)).toEqual(["/"]);
    const teaching = navigationOf({ can: (permission) => permission === "monitoring:train" });
    expect(teaching.map(({ to }) => to)).toContain("/lide");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { longestPassword, passwordProblem, shortestPassword } from "~/people/rules/password";

const owner = { email: "jana.horvathova@priklad.test", name: "Jana Horváthová" };

describe("a password", () => {
  it.each([
    ["krátké", "tooShort"],
    ["jedenáctka1", "tooShort"],
    ["x".repeat(201), "tooLong"],
    ["aaaaaaaaaaaaaa", "repeating"],
    ["abcabcabcabcabc", "repeating"],
    ["0123456789012", "repeating"],
    ["qwertzuiopasdf", "repeating"],
    ["zyxwvutsrqponm", "repeating"],
    ["qwerty123456", "common"],
    ["Heslo12345678", "common"],
    ["hesloheslo2026!", "common"],
    ["MENTOR-1234567", "common"],
    ["horvathova1234", "personal"],
    ["Jana Horváthová", "personal"],
    ["jana.horvathova@priklad.test", "personal"],
    ["HorváthováJana77", "personal"],
  ] as const)("%s is refused as %s", (password, problem) => {
    expect(passwordProblem(password, owner)).toBe(problem);
  });

  it.each([
    "čtyři koně na mostě",
    "Most-Demo-2026",
    "Jana má ráda švestkový koláč",
    "kolo lampa déšť okno",
    "x7Kq!mmP29vr",
    "👵🏽 babička má vnuky",
  ])("%s is good", (password) => {
    expect(passwordProblem(password, owner)).toBeNull();
  });

  it("is counted in characters, not in bytes", () => {
    expect(passwordProblem("ěščřžýáíéůú", owner)).toBe("tooShort");
    expect(passwordProblem("ěščřžýáíéůúň", owner)).toBeNull();
  });

  it("is never too short or too long inside the bounds", () => {
    const anything = fc.string({
      minLength: shortestPassword,
      maxLength: longestPassword,
      unit: "grapheme-ascii",
    });
    fc.assert(
      fc.property(anything, (password) => {
        expect(["tooShort", "tooLong"]).not.toContain(passwordProblem(password, owner));
      }),
    );
  });

  it("is not refused for letters it happens to share with a short name", () => {
    expect(
      passwordProblem("Eva a deset vran na plotě", { email: "eva@test.test", name: "Eva Ří" }),
    ).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { signatureFits } from "~/practice/rules/signature";

describe("a signature", () => {
  it.each([
    ["Jana Nováková", "Jana Nováková"],
    ["jana novakova", "Jana Nováková"],
    ["  NOVÁKOVÁ   Jana ", "Jana Nováková"],
    ["Mgr. Jana Nováková", "Jana Nováková"],
    ["Jana Nováková", "Bc. Jana Nováková, DiS."],
    ["Jana Nováková-Horváthová", "Jana Nováková Horváthová"],
    ["Říční Šárka", "Šárka Říční"],
  ])("%s fits %s", (typed, name) => {
    expect(signatureFits(typed, name)).toBe(true);
  });

  it.each([
    ["Jana", "Jana Nováková"],
    ["Nováková", "Jana Nováková"],
    ["Jan Nováková", "Jana Nováková"],
    ["Jana Nováková Jana", "Jana Nováková"],
    ["", "Jana Nováková"],
    ["Mgr.", "Jana Nováková"],
    ["...", "Jana Nováková"],
  ])("%s does not fit %s", (typed, name) => {
    expect(signatureFits(typed, name)).toBe(false);
  });
});

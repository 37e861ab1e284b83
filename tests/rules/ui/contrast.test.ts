import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const tokens = readFileSync(new URL("../../../app/ui/tokens.css", import.meta.url), "utf8");

interface Colour {
  light: string;
  dark: string;
}

const colours = new Map<string, Colour>(
  [...tokens.matchAll(/--color-([\w-]+): var\(--day, (#[0-9a-f]{6})\) var\(--night, (#[0-9a-f]{6})\);/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light, dark }],
  ),
);

const grounds = ["paper", "surface", "sunken"];
const softGrounds = [
  "river-soft",
  "clay-soft",
  "amber-soft",
  "info-soft",
  "success-soft",
  "warning-soft",
  "danger-soft",
];

/** Text on its ground: at least 4.5 : 1. */
const textPairs: [text: string, ground: string][] = [
  ...[...grounds, ...softGrounds].map((ground): [string, string] => ["ink", ground]),
  ...[...grounds, ...softGrounds].map((ground): [string, string] => ["ink-soft", ground]),
  ...grounds.flatMap((ground): [string, string][] => [
    ["river", ground],
    ["river-strong", ground],
    ["clay", ground],
    ["danger", ground],
  ]),
  ["river", "river-soft"],
  ["river-strong", "river-soft"],
  ["clay-strong", "clay-soft"],
  ["info", "info-soft"],
  ["success", "success-soft"],
  ["warning", "warning-soft"],
  ["warning", "amber-soft"],
  ["danger", "danger-soft"],
  ["danger-strong", "danger-soft"],
  ["on-river", "river"],
  ["on-river", "river-strong"],
  ["on-clay", "clay"],
  ["on-danger", "danger"],
  ["on-danger", "danger-strong"],
  ["on-deck", "deck"],
  ["on-deck", "deck-raised"],
  ["on-deck-soft", "deck"],
  ["deck", "on-deck"],
];

/** Edges, marks and rings that carry meaning, on what they touch: at least 3 : 1. */
const markPairs: [mark: string, ground: string][] = [
  ...grounds.flatMap((ground): [string, string][] => [
    ["line-strong", ground],
    ["focus-on-surface", ground],
    ["success", ground],
    ["info", ground],
    ["warning", ground],
  ]),
  ["focus-on-surface", "river-soft"],
  ["focus-on-surface", "danger-soft"],
  ["amber", "deck"],
  ["amber", "deck-raised"],
  ["on-deck-clay", "deck"],
  ["stone-river", "surface"],
  ["stone-clay", "surface"],
  ["chart-1", "surface"],
  ["chart-2", "surface"],
  ["chart-3", "surface"],
  ["chart-4", "surface"],
  ["chart-5", "surface"],
];

describe.each(["light", "dark"] as const)("contrast in the %s theme", (theme) => {
  test.each(textPairs)("%s on %s can be read", (text, ground) => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(markPairs)("%s can be seen on %s", (mark, ground) => {
    expect(contrast(colour(mark, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});

test("every colour has a light and a dark value", () => {
  const written = [...tokens.matchAll(/--color-([\w-]+):/g)].map(([, name]) => name);
  const derived = ["focus", "muted"];
  expect(written.filter((name) => name && !colours.has(name) && !derived.includes(name))).toEqual([]);
});

test("black on white is 21 : 1", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
});

function colour(name: string, theme: keyof Colour): string {
  const found = colours.get(name);
  if (!found) throw new Error(`No colour ${name}`);
  return found[theme];
}

/** WCAG 2.2 contrast ratio of two colours. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

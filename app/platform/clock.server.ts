import { readFileSync } from "node:fs";
import { config } from "./config.server";

/**
 * The present moment. Only the edge of the program asks (guards, jobs, commands);
 * operations and rules get it as a value. In test mode a file may hold another moment,
 * so that a journey of several months can be walked in one run.
 */
export function now(): Date {
  const { clockFile } = config();
  if (!clockFile) return new Date();
  const text = readFileSync(clockFile, "utf8").trim();
  const base = new Date(text);
  if (Number.isNaN(base.getTime())) throw new Error(`CLOCK_FILE does not hold a moment: ${text}`);
  return base;
}

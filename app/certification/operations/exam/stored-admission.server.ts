import { z } from "zod";
import type { Prisma } from "~/platform/db/index.server";
import type { TwoBasisAdmission } from "../../rules/exam/protocol-content";

const share = z.object({ done: z.number(), of: z.number() });
const admission = z.object({
  admitted: z.boolean(),
  basis: z.enum(["minutes", "teachingHours"]),
  theory: share,
  practice: share,
  done: z.number(),
  total: z.number(),
  needed: z.number(),
  missing: z.number(),
  share: z.number(),
  neededShare: z.number(),
});
const stored = z.object({
  inForce: z.enum(["minutes", "teachingHours"]),
  minutes: admission,
  teachingHours: admission,
});

/** The calculation as a column keeps it. */
export function storedAdmission(value: TwoBasisAdmission): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonObject;
}

/** The calculation a column keeps; null when there is none. */
export function readAdmission(value: unknown): TwoBasisAdmission | null {
  return value === null || value === undefined ? null : stored.parse(value);
}

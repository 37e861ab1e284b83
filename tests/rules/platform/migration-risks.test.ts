import { describe, expect, test } from "vitest";
import { risksOf } from "../../../prisma/migrate/compare";

describe("what a migration may destroy", () => {
  test.each([
    ['DROP TABLE "mails";', ['drops the table "mails"']],
    ['ALTER TABLE "a" DROP COLUMN "b",\nDROP COLUMN "c";', ['drops the column "b"', 'drops the column "c"']],
    [
      '-- AlterEnum\nALTER TYPE "Role_new" RENAME TO "Role";\nDROP TYPE "Role_old";',
      ['drops or rebuilds the type "Role_old"'],
    ],
    ['ALTER TABLE "a" ALTER COLUMN "b" SET DATA TYPE TEXT;', ['changes the type of the column "b"']],
    [
      'ALTER TABLE "a" ADD COLUMN     "b" INTEGER NOT NULL;',
      ['fails on a table with rows: required column "b"'],
    ],
    ['ALTER TABLE "a" ALTER COLUMN "b" SET NOT NULL;', ['fails where the value is missing in column "b"']],
  ])("%s", (sql, risks) => {
    expect(risksOf(sql)).toEqual(risks);
  });

  test.each([
    'CREATE TABLE "a" ("id" UUID NOT NULL, "b" TEXT NOT NULL);',
    'ALTER TABLE "a" ADD COLUMN     "b" INTEGER;',
    'ALTER TABLE "a" ADD COLUMN     "b" INTEGER NOT NULL DEFAULT 1;',
    `ALTER TABLE "a" ADD COLUMN     "x" TEXT,\nADD COLUMN     "b" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;`,
    "-- DROP TABLE only in words\nSELECT 1;",
    'ALTER TABLE "a" DROP CONSTRAINT "a_b_fkey";',
  ])("nothing: %s", (sql) => {
    expect(risksOf(sql)).toEqual([]);
  });
});

import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { acceptInvitation } from "~/people/operations/accept-invitation.server";
import { putConfig, readConfig } from "~/platform/config.server";
import { db, startDatabase, stopDatabase } from "~/platform/db/index.server";
import { fillDataFolder } from "../../support/database";
import { makeVisitor } from "../../support/factories/visitors";

const dataDir = mkdtempSync(path.join(tmpdir(), "portal-invite-"));
const email = "spravce@priklad.test";

beforeAll(async () => {
  await fillDataFolder(dataDir);
  putConfig(readConfig({ DATA_DIR: dataDir, PORTAL_MODE: "test" }));
});
afterAll(() => {
  putConfig(undefined);
  rmSync(dataDir, { recursive: true });
});

function invite(...args: string[]): Promise<{ code: number; said: string }> {
  const settings = { DATA_DIR: dataDir, DATABASE_URL: "", PORTAL_KEYS: "", SMTP_URL: "" };
  const env = {
    ...process.env,
    ...settings,
    PORTAL_MODE: "production",
    PUBLIC_URL: "https://portal.priklad.test",
  };
  return new Promise((resolve) => {
    const command = ["--import", "tsx", "app/commands/admin-invite.ts", ...args];
    const child = execFile(process.execPath, command, { env }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, said: stdout + stderr }),
    );
  });
}

const letters = () =>
  readdirSync(path.join(dataDir, "outbox"))
    .sort()
    .map((file) => readFileSync(path.join(dataDir, "outbox", file), "utf8").replace(/=\r?\n/g, ""));

describe("admin:invite", () => {
  it("opens an empty portal, and says when the running portal holds its database", async () => {
    const first = await invite(email, "--name", "Anna Správcová");
    expect(first.code).toBe(0);
    const link = /https:\/\/portal\.priklad\.test\/pozvanka\/([\w-]{43})/;
    expect(first.said).toMatch(link);
    expect(first.said).toContain(path.join(dataDir, "outbox"));
    expect(letters().at(-1)).toContain(link.exec(first.said)![1]);

    const token = link.exec(first.said)![1]!;

    await startDatabase();
    const held = await invite(email);
    expect(held.code).toBe(1);
    expect(held.said).toMatch(/is in use by process \d+[^]*stop it for a moment/);
    await acceptInvitation({ token, password: "pět oranžových lodí" }, makeVisitor({ now: new Date() }));
    expect(await db().account.count()).toBe(1);
    await stopDatabase();

    const again = await invite(email.toUpperCase());
    expect(again.said).toContain("is an administrator already");
    expect(letters()).toHaveLength(1);
    // Three processes, each of which opens the database.
  }, 180_000);

  it.each([[["nesmysl"]], [[email, "--name", ""]]])("says how it is used when given %j", async (args) => {
    const { code, said } = await invite(...args);
    expect(code).toBe(2);
    expect(said).toContain("Usage: npm run admin:invite");
  });
});

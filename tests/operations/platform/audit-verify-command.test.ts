import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { audit, chainEvents } from "~/platform/audit/index.server";
import { readConfig, putConfig } from "~/platform/config.server";
import { executeSql, inTransaction, startDatabase, stopDatabase } from "~/platform/db/index.server";
import { fillDataFolder } from "../../support/database";

const dataDir = mkdtempSync(path.join(tmpdir(), "portal-verify-"));

beforeAll(async () => {
  await fillDataFolder(dataDir);
  putConfig(readConfig({ DATA_DIR: dataDir, PORTAL_MODE: "test" }));
  await startDatabase();
  await inTransaction((tx) =>
    audit(
      tx,
      ["1", "2", "3"].map((id) => ({
        actor: null,
        action: "case.read" as const,
        subject: { kind: "case", id },
      })),
    ),
  );
  await chainEvents({ now: new Date() });
  await stopDatabase();
});
afterAll(() => {
  putConfig(undefined);
  rmSync(dataDir, { recursive: true });
});

function verify(): Promise<{ code: number; said: string }> {
  const env = { ...process.env, DATA_DIR: dataDir, PORTAL_MODE: "test", DATABASE_URL: "", PORTAL_KEYS: "" };
  const args = ["--import", "tsx", "app/commands/audit-verify.ts"];
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { env }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, said: stdout + stderr }),
    );
  });
}

describe("audit:verify", () => {
  it("says 0 for a whole chain, 1 with the place for a broken one, 2 when it cannot look", async () => {
    const whole = await verify();
    expect(whole.said).toMatch(/3 links, 0 events wait.*\nThe audit chain is whole\./);
    expect(whole.code).toBe(0);

    await startDatabase();
    await executeSql(
      `ALTER TABLE audit_events DISABLE TRIGGER audit_events_append_only;
       UPDATE audit_events SET action = 'case.write' WHERE "subjectId" = '2'`,
    );
    const held = await verify();
    expect(held.said).toMatch(/is in use by process \d+/);
    expect(held.code).toBe(2);
    await stopDatabase();

    const broken = await verify();
    expect(broken.said).toMatch(/^position 2: edited: event \S+ was edited$/m);
    expect(broken.said).toContain("The audit chain is broken: 1 faults.");
    expect(broken.code).toBe(1);
  });
});

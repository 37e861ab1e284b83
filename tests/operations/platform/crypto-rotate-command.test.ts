import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig, putConfig } from "~/platform/config.server";
import { seal, unseal } from "~/platform/crypto/index.server";
import { formatPortalKeys, parseKeyFile, parsePortalKeys } from "~/platform/crypto/key-ring";
import { db, startDatabase, stopDatabase } from "~/platform/db/index.server";
import { fillDataFolder } from "../../support/database";

const dataDir = mkdtempSync(path.join(tmpdir(), "portal-rotate-"));
const id = randomUUID();
const place = { table: "mails", column: "textSealed", row: id };

beforeAll(async () => {
  await fillDataFolder(dataDir);
  open();
  await startDatabase();
  const now = new Date();
  const times = { createdAt: now, nextAttemptAt: now };
  await db().mail.create({
    data: { id, kind: "letter", state: "failed", textSealed: seal("Ahoj", place), ...times },
  });
  await stopDatabase();
});
afterAll(() => {
  putConfig(undefined);
  rmSync(dataDir, { recursive: true });
});

function open(portalKeys?: string): void {
  putConfig(readConfig({ DATA_DIR: dataDir, PORTAL_MODE: "test", PORTAL_KEYS: portalKeys }));
}

function rotate(
  env: Record<string, string> = {},
  ...args: string[]
): Promise<{ code: number; said: string }> {
  const own = {
    ...process.env,
    DATA_DIR: dataDir,
    PORTAL_MODE: "test",
    DATABASE_URL: "",
    PORTAL_KEYS: "",
    ...env,
  };
  const command = ["--import", "tsx", "app/commands/keys-rotate.ts", ...args];
  return new Promise((resolve) => {
    const child = execFile(process.execPath, command, { env: own }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, said: stdout + stderr }),
    );
  });
}

const keysOfFile = () => parseKeyFile(readFileSync(path.join(dataDir, "keys.json"), "utf8"))!;

async function sealedText(): Promise<string> {
  await startDatabase();
  const { textSealed } = await db().mail.findUniqueOrThrow({ where: { id } });
  await stopDatabase();
  return textSealed!;
}

describe("keys:rotate", () => {
  it("prints a value for PORTAL_KEYS with --new, whatever the configuration", async () => {
    const { code, said } = await rotate({ PORTAL_KEYS: "nonsense" }, "--new");
    expect(code).toBe(0);
    expect(parsePortalKeys(said.trim()).keys.size).toBe(1);
  });

  it("gives keys.json a new key and seals everything with it", async () => {
    const before = keysOfFile();
    const { code, said } = await rotate();
    expect(said).toContain("Sealed again: 1 values.");
    expect(said).toContain(`No value needs: ${before.current}.`);
    expect(code).toBe(0);
    expect(statSync(path.join(dataDir, "keys.json")).mode & 0o777).toBe(0o600);
    open();
    const sealed = await sealedText();
    expect(sealed).toContain(`v1.${keysOfFile().current}.`);
    expect(unseal(sealed, place)).toBe("Ahoj");
  });

  it("leaves the sealing to a running portal and finishes it when there is none", async () => {
    await startDatabase();
    const { code, said } = await rotate();
    expect(said).toContain("The portal that is running takes it up by itself");
    expect(code).toBe(0);
    await stopDatabase();
    const { current } = keysOfFile();
    const finished = await rotate();
    expect(finished.said).toContain("Sealing 1 values with the current key");
    expect(finished.code).toBe(0);
    expect(keysOfFile().current).toBe(current);
    expect(await sealedText()).toContain(`v1.${current}.`);
  });

  it("tells the operator what to set with PORTAL_KEYS, and seals once the new key is first", async () => {
    const ring = keysOfFile();
    const told = await rotate({ PORTAL_KEYS: formatPortalKeys(ring) });
    expect(told.code).toBe(0);
    const entry = /add (\S+) at the end of PORTAL_KEYS/.exec(told.said)![1]!;
    const sealing = await rotate({ PORTAL_KEYS: `${entry},${formatPortalKeys(ring)}` });
    expect(sealing.said).toContain("Sealed again: 1 values.");
    open(`${entry},${formatPortalKeys(ring)}`);
    const sealed = await sealedText();
    expect(sealed).toContain(`v1.${entry.split(":")[0]}.`);
    expect(unseal(sealed, place)).toBe("Ahoj");
  });
});

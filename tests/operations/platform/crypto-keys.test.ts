import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { putConfig, readConfig } from "~/platform/config.server";
import {
  blindIndex,
  macOf,
  sameHash,
  seal,
  sealBytes,
  sealNullable,
  setUpKeys,
  unseal,
  unsealBytes,
  UnsealError,
  unsealNullable,
} from "~/platform/crypto/index.server";
import {
  formatKeyFile,
  formatPortalKeys,
  newKeyRing,
  parseKeyFile,
  withNewKey,
} from "~/platform/crypto/key-ring";
import { StartError } from "~/platform/start-error";

const root = mkdtempSync(path.join(tmpdir(), "portal-keys-"));
const place = { table: "clients", column: "nameSealed", row: "1" };
let dataDir: string;
let file: string;

beforeEach(() => {
  dataDir = mkdtempSync(path.join(root, "data-"));
  file = path.join(dataDir, "keys.json");
  putConfig(readConfig({ DATA_DIR: dataDir }));
});
afterAll(() => {
  putConfig(undefined);
  rmSync(root, { recursive: true });
});

describe("keys of the embedded default", () => {
  it("are made once, for the owner only, and leave nothing else behind", () => {
    const sealed = seal("Žofie", place);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(dataDir)).toEqual(["keys.json"]);
    const before = readFileSync(file, "utf8");
    putConfig(readConfig({ DATA_DIR: dataDir }));
    expect(unseal(sealed, place)).toBe("Žofie");
    expect(readFileSync(file, "utf8")).toBe(before);
  });

  it.runIf(process.platform !== "win32")("are refused when others may read them, with what to do", () => {
    setUpKeys();
    chmodSync(file, 0o640);
    putConfig(readConfig({ DATA_DIR: dataDir }));
    expect(setUpKeys).toThrow(StartError);
    expect(setUpKeys).toThrow(`run \`chmod 600 ${file}\``);
  });

  it("are refused when the file is not theirs, and are not made anew over it", () => {
    writeFileSync(file, "{}", { mode: 0o600 });
    expect(setUpKeys).toThrow(/cannot be read: restore/);
    expect(readFileSync(file, "utf8")).toBe("{}");
  });

  it("are read again when a value has a key not met before", () => {
    setUpKeys();
    const more = withNewKey(parseKeyFile(readFileSync(file, "utf8"))!);
    writeFileSync(file, formatKeyFile(more));
    utimesSync(file, new Date(), new Date(Date.now() + 5000));
    becomeAnotherProcess(formatPortalKeys(more));
    const sealed = seal("nový klíč", place);
    expect(sealed).toContain(`.${more.current}.`);
    backToThisProcess();
    expect(unseal(sealed, place)).toBe("nový klíč");
    expect(seal("x", place)).toContain(`.${more.current}.`);
  });

  // The keys a process has read stay with its configuration object, as in a real process.
  const own: { config?: ReturnType<typeof readConfig> } = {};
  function becomeAnotherProcess(portalKeys: string): void {
    own.config = readConfig({ DATA_DIR: dataDir });
    putConfig(readConfig({ PORTAL_KEYS: portalKeys }));
  }
  function backToThisProcess(): void {
    putConfig(own.config);
  }
});

describe("keys of a portal with a database server", () => {
  const databaseUrl = "postgres://localhost/mentor";

  it("must be given in production", () => {
    putConfig(readConfig({ DATA_DIR: dataDir, DATABASE_URL: databaseUrl }));
    expect(setUpKeys).toThrow(StartError);
    expect(setUpKeys).toThrow(/PORTAL_KEYS is missing.*npm run keys:new/);
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it("are taken from PORTAL_KEYS and touch no file", () => {
    const ring = newKeyRing();
    putConfig(
      readConfig({ DATA_DIR: dataDir, DATABASE_URL: databaseUrl, PORTAL_KEYS: formatPortalKeys(ring) }),
    );
    expect(seal("a", place)).toContain(`v1.${ring.current}.`);
    expect(readdirSync(dataDir)).toEqual([]);
  });
});

describe("sealing", () => {
  it("takes texts, missing values and files", () => {
    expect(unseal(seal("", place), place)).toBe("");
    expect(sealNullable(null, place)).toBeNull();
    expect(unsealNullable(null, place)).toBeNull();
    expect(unsealNullable(sealNullable("á", place), place)).toBe("á");
    const file = Uint8Array.from({ length: 3000 }, (_, index) => index % 256);
    expect(Buffer.from(unsealBytes(sealBytes(file, place), place)).equals(Buffer.from(file))).toBe(true);
  });

  it("tells an unknown key, a moved value and something else apart", () => {
    const sealed = seal("a", place);
    const reasonOf = (text: string, at = place) => {
      try {
        return unseal(text, at);
      } catch (error) {
        return error instanceof UnsealError ? error.reason : error;
      }
    };
    expect(reasonOf(sealed.replace(/^v1\.[^.]+\./, "v1.nobody."))).toBe("unknownKey");
    expect(reasonOf(sealed, { ...place, row: "2" })).toBe("rejected");
    expect(reasonOf("plain text")).toBe("malformed");
  });
});

describe("blind indexes", () => {
  it("differ by value, purpose and portal, and stay when data keys are rotated", () => {
    const ring = newKeyRing();
    const use = (keys: typeof ring) => putConfig(readConfig({ PORTAL_KEYS: formatPortalKeys(keys) }));
    use(ring);
    const index = blindIndex("account.email", "jana@example.cz");
    expect(index).toMatch(/^[0-9a-f]{64}$/);
    expect(blindIndex("account.email", "jan@example.cz")).not.toBe(index);
    expect(blindIndex("application.email", "jana@example.cz")).not.toBe(index);
    expect(macOf("account.email", "jana@example.cz")).not.toBe(index);
    use(withNewKey(ring));
    expect(sameHash(blindIndex("account.email", "jana@example.cz"), index)).toBe(true);
    use(newKeyRing());
    expect(sameHash(blindIndex("account.email", "jana@example.cz"), index)).toBe(false);
  });
});

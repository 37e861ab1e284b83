import { describe, expect, it } from "vitest";
import {
  formatKeyFile,
  formatPortalKeys,
  newKeyRing,
  parseKeyFile,
  parsePortalKeys,
  withNewKey,
} from "~/platform/crypto/key-ring";
import { StartError } from "~/platform/start-error";

const secret = (fill: number) => Buffer.alloc(32, fill).toString("base64");

describe("PORTAL_KEYS", () => {
  it("takes the first key as the current one and keeps the others", () => {
    const ring = parsePortalKeys(`new:${secret(1)}, old:${secret(2)},index:${secret(3)}`);
    expect(ring.current).toBe("new");
    expect([...ring.keys.keys()]).toEqual(["new", "old"]);
    expect(ring.index).toEqual(Buffer.alloc(32, 3));
  });

  it("takes the index key from any position", () => {
    expect(parsePortalKeys(`index:${secret(3)},a:${secret(1)}`).current).toBe("a");
  });

  it("reads what it writes", () => {
    const ring = withNewKey(newKeyRing());
    expect(parsePortalKeys(formatPortalKeys(ring))).toEqual(ring);
  });

  it.each([
    ["no data key", `index:${secret(3)}`, /no data key/],
    ["no index key", `a:${secret(1)}`, /"index" is missing/],
    ["a short key", `a:${Buffer.alloc(16).toString("base64")},index:${secret(3)}`, /key "a" is not 32 bytes/],
    ["the same id twice", `a:${secret(1)},a:${secret(2)},index:${secret(3)}`, /"a" is there twice/],
    ["a key without an id", `${secret(1)},index:${secret(3)}`, /entry 1 does not begin/],
    ["nothing", "", /entry 1/],
  ])("refuses %s and does not repeat a key", (_, text, reason) => {
    const error = (() => {
      try {
        return parsePortalKeys(text);
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toBeInstanceOf(StartError);
    expect(String(error)).toMatch(reason);
    expect(String(error)).not.toContain(secret(1).slice(0, 8));
    expect(String(error)).not.toContain("\n");
  });
});

describe("keys.json", () => {
  it("reads what it writes", () => {
    const ring = withNewKey(newKeyRing());
    expect(parseKeyFile(formatKeyFile(ring))).toEqual(ring);
  });

  it("is refused when it is something else", () => {
    const ring = newKeyRing();
    expect(parseKeyFile("")).toBeNull();
    expect(parseKeyFile("{}")).toBeNull();
    expect(
      parseKeyFile(formatKeyFile(ring).replace(`"current": "${ring.current}"`, '"current": "other"')),
    ).toBeNull();
  });
});

describe("a new key", () => {
  it("becomes current, and the old ones and the index key stay", () => {
    const before = newKeyRing();
    const after = withNewKey(before);
    expect(after.current).not.toBe(before.current);
    expect(after.keys.get(before.current)).toEqual(before.keys.get(before.current));
    expect(after.index).toEqual(before.index);
  });
});

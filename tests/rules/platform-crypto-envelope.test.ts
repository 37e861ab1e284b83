import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openWith, parseEnvelope, sealWith, UnsealError } from "~/platform/crypto/envelope";

const key = randomBytes(32);
const place = { table: "clients", column: "nameSealed", row: "7" };

const open = (sealed: string, at = place, withKey: Uint8Array = key) => {
  const envelope = parseEnvelope(sealed);
  if (!envelope) throw new UnsealError("malformed", at);
  return Buffer.from(openWith(withKey, envelope, at)).toString("utf8");
};
const close = (text: string, at = place) => sealWith("a1", key, Buffer.from(text, "utf8"), at);

describe("sealed values", () => {
  it("open to what was sealed, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(open(close(text))).toBe(text);
      }),
    );
  });

  it("open to the bytes that were sealed", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        const envelope = parseEnvelope(sealWith("a1", key, bytes, place))!;
        expect(Buffer.from(openWith(key, envelope, place)).equals(Buffer.from(bytes))).toBe(true);
      }),
    );
  });

  it("carry the id of their key and never repeat", () => {
    const [first, second] = [close("Žofie"), close("Žofie")];
    expect(first).toMatch(/^v1\.a1\.[A-Za-z0-9_-]+$/);
    expect(first).not.toBe(second);
  });

  it("do not open when any character of the body is changed", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.integer({ min: 1, max: 63 }), (text, at, shift) => {
        const sealed = close(text);
        const bodyStart = "v1.a1.".length;
        const position = bodyStart + (at % (sealed.length - bodyStart));
        const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        const changed = alphabet[(alphabet.indexOf(sealed[position]!) + shift) % 64]!;
        const tampered = sealed.slice(0, position) + changed + sealed.slice(position + 1);
        expect(() => open(tampered)).toThrow(UnsealError);
      }),
    );
  });

  it("do not open in another row, column or table", () => {
    const sealed = close("tajné");
    for (const other of [
      { ...place, row: "8" },
      { ...place, column: "noteSealed" },
      { ...place, table: "cases" },
    ]) {
      expect(() => open(sealed, other)).toThrow(expect.objectContaining({ reason: "rejected" }));
    }
    // The parts of a place do not run into each other.
    expect(() =>
      open(close("x", { table: "a", column: "bc", row: "1" }), { table: "ab", column: "c", row: "1" }),
    ).toThrow(UnsealError);
  });

  it("do not open with another key", () => {
    expect(() => open(close("tajné"), place, randomBytes(32))).toThrow(
      expect.objectContaining({ reason: "rejected" }),
    );
  });

  it("are told from other texts", () => {
    for (const text of [
      "",
      "v1.a1.",
      "v1.a1.AAAA",
      "v2.a1.AAAA",
      "plain",
      "v1..AAAA",
      `${close("a")}=`,
      `${close("a")}\n`,
    ]) {
      expect(parseEnvelope(text)).toBeNull();
    }
  });

  it("say why they did not open without saying what they hold", () => {
    const sealed = close("Jarmila Horváthová");
    try {
      open(sealed, { ...place, row: "8" });
      expect.unreachable();
    } catch (error) {
      const told = `${String(error)} ${JSON.stringify(error)}`;
      expect(told).toContain("clients.nameSealed");
      expect(told).not.toContain("Jarmila");
      expect(told).not.toContain(sealed.slice(6, 20));
    }
  });

  it("refuse a place that is not a place", () => {
    expect(() => close("a", { ...place, row: "" })).toThrow(TypeError);
    expect(() => close("a", { ...place, row: "1\u00002" })).toThrow(TypeError);
  });
});

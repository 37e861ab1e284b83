import { createHmac, timingSafeEqual } from "node:crypto";
import type { SealedPlace } from "./envelope";
import { openWith, parseEnvelope, sealWith, UnsealError } from "./envelope";
import { keyRing, reloadKeys } from "./key-store.server";

/** Seals a text with the current key for one place in the database. Sealing twice gives different values. */
export function seal(plain: string, place: SealedPlace): string {
  return sealBytes(Buffer.from(plain, "utf8"), place);
}

/**
 * Opens a text sealed for this place.
 * @throws UnsealError when it was changed, moved, or its key is not known
 */
export function unseal(sealed: string, place: SealedPlace): string {
  return Buffer.from(unsealBytes(sealed, place)).toString("utf8");
}

/** `seal` for a value that may be missing. */
export function sealNullable(plain: string | null | undefined, place: SealedPlace): string | null {
  return plain === null || plain === undefined ? null : seal(plain, place);
}

/** `unseal` for a value that may be missing. */
export function unsealNullable(sealed: string | null, place: SealedPlace): string | null {
  return sealed === null ? null : unseal(sealed, place);
}

/** Seals a file. The result is text too, so it lives in a `…Sealed` column like any other sealed value. */
export function sealBytes(plain: Uint8Array, place: SealedPlace): string {
  const { current, keys } = keyRing();
  return sealWith(current, keys.get(current)!, plain, place);
}

/**
 * Opens a sealed file.
 * @throws UnsealError when it was changed, moved, or its key is not known
 */
export function unsealBytes(sealed: string, place: SealedPlace): Uint8Array {
  const envelope = parseEnvelope(sealed);
  if (!envelope) throw new UnsealError("malformed", place);
  const key = keyRing().keys.get(envelope.keyId) ?? newlyAddedKey(envelope.keyId);
  if (!key) throw new UnsealError("unknownKey", place);
  return openWith(key, envelope, place);
}

/**
 * A keyed hash (hex) to find a sealed value by, the same for the life of the database.
 * @param purpose what is looked for, such as `account.email`: equal values of two purposes do not meet
 * @param value already brought to one spelling (lower case, no spaces) by the caller
 */
export function blindIndex(purpose: string, value: string): string {
  return keyedHash("blind-index", purpose, value);
}

/** A keyed hash (hex) that proves a row was written by the portal. */
export function macOf(purpose: string, value: string): string {
  return keyedHash("mac", purpose, value);
}

/** Compares two hashes without saying how much of them agrees. */
export function sameHash(first: string, second: string): boolean {
  const a = Buffer.from(first);
  const b = Buffer.from(second);
  return a.length === b.length && timingSafeEqual(a, b);
}

function keyedHash(use: string, purpose: string, value: string): string {
  if (purpose.includes("\0")) throw new TypeError("A purpose has no zero byte");
  return createHmac("sha256", keyRing().index).update(`${use}\0${purpose}\0${value}`, "utf8").digest("hex");
}

function newlyAddedKey(keyId: string): Uint8Array | undefined {
  return reloadKeys() ? keyRing().keys.get(keyId) : undefined;
}

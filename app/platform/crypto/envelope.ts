import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/**
 * The form of a sealed value: `v1.<key id>.<base64url(iv | ciphertext | tag)>`, AES-256-GCM with a random
 * 96-bit IV. The place (table, column, row) is authenticated with it, so a value copied to another row,
 * column or table does not open there.
 */

/** Where a sealed value is stored: database table, column and the value of the row's `id`. */
export interface SealedPlace {
  table: string;
  column: string;
  row: string;
}

/** Why a sealed value did not open. */
export type UnsealReason = "malformed" | "unknownKey" | "rejected";

/** A sealed value did not open. Holds its place and the reason, never the value or a key. */
export class UnsealError extends Error {
  override name = "UnsealError";
  readonly reason: UnsealReason;
  readonly place: SealedPlace;

  constructor(reason: UnsealReason, place: SealedPlace) {
    super(`Sealed value did not open (${reason}): ${place.table}.${place.column}, row ${place.row}`);
    this.reason = reason;
    this.place = place;
  }
}

/** A parsed envelope. */
export interface Envelope {
  keyId: string;
  iv: Uint8Array;
  ciphertext: Uint8Array;
  tag: Uint8Array;
}

const version = "v1";
const ivLength = 12;
const tagLength = 16;
const form = /^v1\.([a-z0-9][a-z0-9-]{0,31})\.([A-Za-z0-9_-]+)$/;

/** The beginning of every value sealed with a key. */
export function envelopePrefix(keyId: string): string {
  return `${version}.${keyId}.`;
}

/** Takes an envelope apart; null when the text is not one. Says nothing about whether it opens. */
export function parseEnvelope(sealed: string): Envelope | null {
  const match = form.exec(sealed);
  if (!match) return null;
  const bytes = Buffer.from(match[2]!, "base64url");
  // A second spelling of the same bytes is refused: a sealed value has one text.
  if (bytes.length < ivLength + tagLength || bytes.toString("base64url") !== match[2]) return null;
  return {
    keyId: match[1]!,
    iv: bytes.subarray(0, ivLength),
    ciphertext: bytes.subarray(ivLength, bytes.length - tagLength),
    tag: bytes.subarray(bytes.length - tagLength),
  };
}

/** Seals bytes with a 32-byte key. */
export function sealWith(keyId: string, key: Uint8Array, plain: Uint8Array, place: SealedPlace): string {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv("aes-256-gcm", key, iv, { authTagLength: tagLength });
  cipher.setAAD(placeBytes(place));
  const sealed = Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return envelopePrefix(keyId) + sealed.toString("base64url");
}

/**
 * Opens an envelope with its key.
 * @throws UnsealError `rejected` when the value was changed, moved, or sealed with another key
 */
export function openWith(key: Uint8Array, envelope: Envelope, place: SealedPlace): Uint8Array {
  const decipher = createDecipheriv("aes-256-gcm", key, envelope.iv, { authTagLength: tagLength });
  decipher.setAAD(placeBytes(place));
  decipher.setAuthTag(envelope.tag);
  try {
    return Buffer.concat([decipher.update(envelope.ciphertext), decipher.final()]);
  } catch {
    throw new UnsealError("rejected", place);
  }
}

function placeBytes({ table, column, row }: SealedPlace): Buffer {
  const parts = [table, column, row];
  if (parts.some((part) => part === "" || part.includes("\0"))) {
    throw new TypeError("A sealed place needs a table, a column and a row, none of them with a zero byte");
  }
  return Buffer.from(parts.join("\0"), "utf8");
}

import { createHash } from "node:crypto";
import { seal, unseal } from "~/platform/crypto/index.server";
import { examDayPlace } from "../../exam-places";
import { protocolText, type ProtocolContent } from "../../rules/exam/protocol-content";

type Reopening = ProtocolContent["reopenings"][number];

/** SHA-256 of a text or of bytes, hex. */
export function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

/** The content as the row keeps it: sealed, with the hash that the commission signs. */
export function storedContent(id: string, content: ProtocolContent) {
  const text = protocolText(content);
  return {
    protocolContentSealed: seal(text, examDayPlace("protocolContentSealed", id)),
    protocolContentSha256: sha256(text),
  };
}

/** The frozen content of a closed day; null before. @throws Error when the text does not fit its hash */
export function readContent(day: {
  id: string;
  protocolContentSealed: string | null;
  protocolContentSha256: string | null;
}): ProtocolContent | null {
  if (day.protocolContentSealed === null) return null;
  const text = unseal(day.protocolContentSealed, examDayPlace("protocolContentSealed", day.id));
  if (sha256(text) !== day.protocolContentSha256) throw new Error(`Protocol ${day.id} differs from its hash`);
  return JSON.parse(text) as ProtocolContent;
}

/** Every time the day was opened again. */
export function readReopenings(day: { id: string; reopeningsSealed: string | null }): Reopening[] {
  if (day.reopeningsSealed === null) return [];
  return JSON.parse(unseal(day.reopeningsSealed, examDayPlace("reopeningsSealed", day.id))) as Reopening[];
}

export function storedReopenings(id: string, reopenings: readonly Reopening[]): string {
  return seal(JSON.stringify(reopenings), examDayPlace("reopeningsSealed", id));
}

import { randomBytes } from "node:crypto";

let lastMs = -1;
let counter = 0;

/**
 * A UUID version 7 for a moment: ids grow with time, and events of one process in the same millisecond keep the
 * order in which they were made (up to 4096 of them).
 */
export function eventId(moment: Date): string {
  const ms = moment.getTime();
  counter = ms === lastMs ? (counter + 1) & 0xfff : 0;
  lastMs = ms;
  const bytes = randomBytes(16);
  bytes.writeUIntBE(ms, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

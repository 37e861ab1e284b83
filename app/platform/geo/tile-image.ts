/** Kinds of picture a tile may be, told by their first bytes whatever the server calls them. */

const SIGNATURES: readonly { contentType: string; starts: readonly (number | null)[] }[] = [
  { contentType: "image/png", starts: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { contentType: "image/jpeg", starts: [0xff, 0xd8, 0xff] },
  {
    contentType: "image/webp",
    starts: [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50],
  },
];

/** Content type of a picture, or null for anything else. */
export function imageType(body: Uint8Array): string | null {
  const kind = SIGNATURES.find(({ starts }) =>
    starts.every((byte, index) => (byte === null ? index < body.length : body[index] === byte)),
  );
  return kind?.contentType ?? null;
}

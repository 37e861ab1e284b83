/** Small letters without marks, so that "decin" finds "Děčín". */
export function plainText(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Whether every word of a query begins or stands somewhere in the text. An empty query fits everything. */
export function matchesQuery(text: string, query: string): boolean {
  const plain = plainText(text);
  return plainText(query)
    .split(/\s+/)
    .every((word) => plain.includes(word));
}

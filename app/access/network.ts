/**
 * What counts as one caller: an IPv4 address, or the first 64 bits of an IPv6 one, because a household gets
 * at least that much and could change the rest with every attempt.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, "").toLowerCase();
  const mapped = /^(?:0*:)*:?(?:ffff:)(\d+\.\d+\.\d+\.\d+)$/.exec(plain);
  if (mapped) return mapped[1]!;
  if (!plain.includes(":")) return plain;
  return `${firstGroups(plain, 4).join(":")}::/64`;
}

function firstGroups(address: string, count: number): string[] {
  const [head = "", tail] = address.split("::", 2);
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(missing).fill("0"), ...after];
  return groups.slice(0, count).map((group) => group.replace(/^0+(?=.)/, ""));
}

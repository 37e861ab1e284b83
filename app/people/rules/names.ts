/** Orders people as a Czech list does: by surname, which is written last, then by the rest. */
export function byName(a: { name: string }, b: { name: string }): number {
  return surnameFirst(a.name).localeCompare(surnameFirst(b.name), "cs");
}

function surnameFirst(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words.at(-1), ...words.slice(0, -1)].join(" ");
}

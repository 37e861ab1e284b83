/** Text without diacritics, in lower case, with single spaces: for comparing what people typed. */
export function plainWords(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, " ")
    .trim();
}

/** Words that say what a body is, not where. */
const notPlace = new Set(
  "stredisko pms probacni a mediacni sluzby sluzba magistrat mesta mestsky urad obecni obec mesto statutarni".split(
    " ",
  ),
);

/** The three letters before the number in a client's code: DEC for Děčín, UST for Ústí nad Labem. */
export function clientCodePrefix(organisation: { name: string; town: string | null }): string {
  const words = plainWords(organisation.town ?? organisation.name).split(" ");
  const place = words.filter((word) => !notPlace.has(word)).join("");
  return (place || words.join(""))
    .replace(/[^a-z]/g, "")
    .slice(0, 3)
    .toUpperCase()
    .padEnd(3, "X");
}

/** The code after the highest number taken: `DEC-044` → `DEC-045`. */
export function clientCode(prefix: string, highestTaken: number): string {
  return `${prefix}-${String(highestTaken + 1).padStart(3, "0")}`;
}

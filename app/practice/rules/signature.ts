/** Whether a typed name is the person's name: nobody has to fight with capitals, accents or the order. */

const titles = new Set(
  "bc mgr ing dr phdr mudr judr rndr paeddr mvdr thdr ph d csc dis mba prof doc arch mga bca llm".split(" "),
);

/**
 * True when the typed words are the words of the name, whatever their case, accents, order and academic
 * titles.
 */
export function signatureFits(typed: string, name: string): boolean {
  const given = wordsOf(typed);
  const expected = wordsOf(name);
  return given.length > 0 && given.join(" ") === expected.join(" ");
}

function wordsOf(text: string): string[] {
  const words = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "");
  const withoutTitles = words.filter((word) => !titles.has(word));
  return (withoutTitles.length > 0 ? withoutTitles : words).sort();
}

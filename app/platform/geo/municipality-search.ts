import type { Municipality } from "./types";

/** Search in municipality names as people type them: without diacritics, in parts, abbreviated. */

/** Lower case letters and digits without diacritics, words separated by one space. */
export function foldText(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** How well a name answers; lower is better. */
const RANK = { exact: 0, prefix: 1, wordPrefix: 2, abbreviated: 3, substring: 4, withDistrict: 5 };

interface Prepared {
  municipality: Municipality;
  name: string;
  nameWords: string[];
  districtWords: string[];
}

/** Longest query that is looked at; nobody types more of a name. */
const MAX_QUERY = 100;

export interface MunicipalitySearch {
  /**
   * Municipalities that answer the query: equal names first, then by beginning of the name, of a
   * word, abbreviation ("ustí n l"), anything inside, name with district ("liběšice louny");
   * among equals the more populous first.
   */
  search(query: string, limit?: number): Municipality[];
  /**
   * Municipalities a complete text can mean: a code, a name, or a name with its district as in
   * "Liběšice (okres Louny)"; failing that, what the text unmistakably begins. One result is an
   * answer, several are a question back to the person, none is an error.
   */
  meantBy(text: string): Municipality[];
}

/** Prepares the list once, so that a query costs a fraction of a millisecond. */
export function makeMunicipalitySearch(municipalities: readonly Municipality[]): MunicipalitySearch {
  const prepared = municipalities.map((municipality): Prepared => {
    const name = foldText(municipality.name);
    return {
      municipality,
      name,
      nameWords: name.split(" "),
      districtWords: ["okres", ...foldText(municipality.districtName).split(" ")],
    };
  });

  const search = (query: string, limit = 10): Municipality[] => {
    const folded = foldText(query.slice(0, MAX_QUERY));
    if (!folded) return [];
    return prepared
      .flatMap((entry) => {
        const rank = rankOf(entry, folded);
        return rank === null ? [] : [{ rank, municipality: entry.municipality }];
      })
      .sort((a, b) => a.rank - b.rank || byPopulationThenName(a.municipality, b.municipality))
      .slice(0, Math.max(0, limit))
      .map(({ municipality }) => municipality);
  };

  const meantBy = (text: string): Municipality[] => {
    const folded = foldText(text.slice(0, MAX_QUERY));
    if (!folded) return [];
    const districtOf = ({ districtWords }: Prepared) => districtWords.join(" ");
    const tries: ((entry: Prepared) => boolean)[] = [
      ({ municipality }) => municipality.code === folded,
      (entry) => folded === `${entry.name} ${districtOf(entry)}`,
      (entry) => folded === `${entry.name} ${entry.districtWords.slice(1).join(" ")}`,
      ({ name }) => folded === name,
      (entry) => (rankOf(entry, folded) ?? Infinity) <= RANK.abbreviated,
    ];
    for (const matches of tries) {
      const found = prepared.filter(matches);
      if (found.length > 0) return found.map(({ municipality }) => municipality).sort(byPopulationThenName);
    }
    return [];
  };

  return { search, meantBy };
}

/** The same for a list that is used once. */
export function searchMunicipalities(
  municipalities: readonly Municipality[],
  query: string,
  limit = 10,
): Municipality[] {
  return makeMunicipalitySearch(municipalities).search(query, limit);
}

function rankOf({ name, nameWords, districtWords }: Prepared, query: string): number | null {
  if (name === query) return RANK.exact;
  if (name.startsWith(query)) return RANK.prefix;
  if (name.includes(` ${query}`)) return RANK.wordPrefix;
  const words = query.split(" ");
  if (words.length > 1 && beginInOrder(words, nameWords)) return RANK.abbreviated;
  if (name.includes(query)) return RANK.substring;
  for (let split = 1; split < words.length; split++) {
    const [place, district] = [words.slice(0, split), words.slice(split)];
    if (beginInOrder(place, nameWords) && beginInOrder(district, districtWords)) return RANK.withDistrict;
  }
  return null;
}

/** Whether each query word begins a name word, in the same order. */
function beginInOrder(words: readonly string[], nameWords: readonly string[]): boolean {
  let from = 0;
  return words.every((word) => {
    const at = nameWords.findIndex((nameWord, index) => index >= from && nameWord.startsWith(word));
    from = at + 1;
    return at !== -1;
  });
}

function byPopulationThenName(a: Municipality, b: Municipality): number {
  return b.population - a.population || a.name.localeCompare(b.name, "cs") || a.code.localeCompare(b.code);
}

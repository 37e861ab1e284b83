/** Numbers of certificates and codes of mentors. */

/** Certificates count from one every year: 2026/0007. */
export function certificateNumber(year: number, sequence: number): string {
  return `${year}/${String(sequence).padStart(4, "0")}`;
}

/** Abbreviations of regions as people here use them. */
const regionLetters: Record<string, string> = {
  CZ010: "PHA",
  CZ020: "STC",
  CZ031: "JHC",
  CZ032: "PLK",
  CZ041: "KVK",
  CZ042: "ULK",
  CZ051: "LBK",
  CZ052: "HKK",
  CZ053: "PAK",
  CZ063: "VYS",
  CZ064: "JHM",
  CZ071: "OLK",
  CZ072: "ZLK",
  CZ080: "MSK",
};

/** What codes of mentors of a region begin with: "M-ULK-"; CZ for a region nobody has letters for. */
export function mentorCodePrefix(regionCode: string | null): string {
  return `M-${(regionCode && regionLetters[regionCode]) ?? "CZ"}-`;
}

/** The code after the ones that exist: M-ULK-0007. Codes of other shapes (older registers) do not count. */
export function nextMentorCode(prefix: string, existing: Iterable<string>): string {
  let highest = 0;
  for (const code of existing) {
    const digits = code.startsWith(prefix) ? /^\d{4,}$/.exec(code.slice(prefix.length)) : null;
    if (digits) highest = Math.max(highest, Number(digits[0]));
  }
  return prefix + String(highest + 1).padStart(4, "0");
}

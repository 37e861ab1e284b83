/**
 * Version of the pledge's text that is signed now. A text that somebody signed is never edited: a new one
 * gets the next number and its own texts under `practice:pledge.texts`.
 */
export const pledgeTextVersion = 1;

const promises = ["p1", "p2", "p3", "p4", "p5", "p6"] as const;

/** Says a text of the practice catalogue. */
type Say = (key: `pledge.texts.v1.${(typeof promises)[number] | "opening"}`) => string;

/** The words of the pledge in the language of the catalogue; the Czech ones are signed. */
export function pledgeWords(say: Say): { opening: string; promises: string[] } {
  return {
    opening: say("pledge.texts.v1.opening"),
    promises: promises.map((promise) => say(`pledge.texts.v1.${promise}`)),
  };
}

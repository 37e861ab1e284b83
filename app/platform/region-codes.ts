/** NUTS 3 codes of the Czech regions; their names are texts `common:region.<code>`. */
export const regionCodes = [
  "CZ010",
  "CZ020",
  "CZ031",
  "CZ032",
  "CZ041",
  "CZ042",
  "CZ051",
  "CZ052",
  "CZ053",
  "CZ063",
  "CZ064",
  "CZ071",
  "CZ072",
  "CZ080",
] as const;

export type RegionCode = (typeof regionCodes)[number];

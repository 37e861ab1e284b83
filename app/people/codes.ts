/** Codes of people and organisations: plain lists, so that pages can use them in the browser. */

export const organisationKinds = ["provider", "probation_centre", "municipality", "monitoring_ngo"] as const;

/** The whole programme instead of a region, as forms and addresses say it. */
export const wholeProgramme = "all";

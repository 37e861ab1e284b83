/** Code lists of people and organisations, apart from the forms so that a browser need not load their library. */

export const organisationKinds = ["provider", "probation_centre", "municipality", "monitoring_ngo"] as const;

export type OrganisationKind = (typeof organisationKinds)[number];

/** The whole programme instead of a region, as forms and addresses say it. */
export const wholeProgramme = "all";

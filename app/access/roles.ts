/** Roles of the programme; a person can hold several, each bound to an organisation and possibly a region. */
export const roles = [
  "applicant",
  "trainee",
  "mentor",
  "crime_prevention_assistant",
  "trainer",
  "supervisor",
  "probation_officer",
  "social_curator",
  "adviser",
  "incident_analyst",
  "coordinator",
  "administrator",
] as const;

export type Role = (typeof roles)[number];

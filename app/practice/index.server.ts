/** What other domains may ask of practice and supervision. Knows nothing of certification. */
export { guidesOf, type GuideOf } from "./operations/guides-of.server";
export { practiceFactsOf, practiceOf, type PracticeFacts } from "./operations/practice-facts.server";
export { supervisionExemptionsOfMentors } from "./operations/supervision/exemption-days.server";
export { supervisionDaysOfMentors } from "./operations/supervision/supervision-days.server";
export { waitingFor } from "./operations/waiting-for.server";

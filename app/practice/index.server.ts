/** What other domains may ask of practice and supervision. Knows nothing of certification. */
export { practiceFactsOf, practiceOf, type PracticeFacts } from "./operations/practice-facts.server";
export { supervisionDaysOfMentors } from "./operations/supervision-days.server";
export { waitingFor } from "./operations/waiting-for.server";

/** What other domains may ask of certification. Scope is the caller's business: hand over ids the actor may see. */
export { certificateFonts } from "./document/fonts.server";
export { Sheet, type Style } from "./document/sheet.server";
export {
  assignableMentors,
  ensureMentor,
  mentorOf,
  mentorsById,
  type MentorFacts,
  type MentorOption,
} from "./operations/mentors.server";
export { ownStanding, standingOfTrainees, type StandingOf } from "./operations/standing.server";
export { waitingFor } from "./operations/waiting-for.server";

/** What other domains may ask of certification. Scope is the caller's business: hand over ids the actor may see. */
export { drawPaper, type Paper } from "./document/draw-paper.server";
export { certificateFonts } from "./document/fonts.server";
export { Sheet, type Style } from "./document/sheet.server";
export {
  assignableMentors,
  ensureMentor,
  mentorOf,
  mentorOptions,
  mentorsById,
  type MentorFacts,
  type MentorOption,
} from "./operations/mentors.server";
export { holdMentor } from "./operations/mentors/lock-mentor.server";
export { whereMentor } from "./operations/mentors/mentor-scope.server";
export { ownStanding, standingOfTrainees, type StandingOf } from "./operations/standing.server";
export { ownExam } from "./operations/exam/own-exam.server";
export { certificationJobs } from "./jobs.server";
export { waitingFor } from "./operations/waiting-for.server";

/** What other domains may ask of practice and supervision. Knows nothing of certification. */
export { balanceOf as practiceBalanceOf, type TraineeBalance } from "./operations/balance.server";
export { guidesOf, type GuideOf } from "./operations/guides/guides-of.server";
export { practiceFactsOf, practiceOf, type PracticeFacts } from "./operations/practice-facts.server";
export { practiceJobs } from "./jobs.server";
export { practiceClash, practiceTimesOf } from "./operations/practice-times.server";
export { supervisionExemptionsOfMentors } from "./operations/supervision/exemption-days.server";
export {
  comingSupervisions,
  supervisionEvents,
  type CalendarOwner,
} from "./operations/supervision/session-calendar.server";
export { supervisionClocksOfTrainees } from "./operations/supervision/duty-people.server";
export { supervisionDaysOfMentors } from "./operations/supervision/supervision-days.server";
export { waitingFor } from "./operations/waiting-for.server";

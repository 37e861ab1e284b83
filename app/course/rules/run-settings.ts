/**
 * The programme's numbers, kept with every run as they were when it was planned: a later change of the
 * programme does not move the goal posts of people who study already.
 */
export interface RunSettings {
  version: 1;
  /** Theory and practice the course demands, minutes (60 × 45 and 40 × 60). */
  theoryMinutes: number;
  practiceMinutes: number;
  /** Length of one hour in minutes: vyhláška 176/2009 Sb. § 2 (2). */
  teachingHour: number;
  practiceHour: number;
  places: number;
  /** Graduates the run aims at. */
  goal: number;
  /** Share of correct answers that passes a lesson's test, percent. */
  passMark: number;
  /** Share of the theory after which practice may begin, 0–1. */
  practiceGateTheoryShare: number;
  maxPracticeMinutesPerDay: number;
  maxTeachingHoursPerDay: number;
  supervisionPerMonth: number;
  /** Share of the programme that admits to the exam, 0–1, and what it is a share of: unconfirmed. */
  examAdmissionShare: number;
  examBasis: "minutes" | "teachingHours";
  examParts: ("written" | "oral" | "practical")[];
  resitWithinDays: number;
  /** Days after a missed exam within which a substitute date may be held. */
  substituteWithinDays: number;
  /** Working days within which an absence is excused to the chair. */
  excuseWorkingDays: number;
  /** How many entries of an activity a trainee should have: what the run's plan asks for, not a condition. */
  practicePlan: Partial<Record<string, number>>;
  /** Whether an entry is approved only once the guide has confirmed it, or after a reason is given. */
  presenceConfirmation: "required" | "optional";
  minimumAge: number;
  /** Months after which an attested entry condition is erased. */
  conditionsKeptMonths: number;
  /** How many times a trainee may take one test. */
  testAttempts: number;
  /** Hours between two attempts at the same test, so that the text is read again in between. */
  testCoolingOffHours: number;
  /** Questions drawn for the test of a module. */
  moduleTestQuestions: number;
  /** Days somebody from the waiting list has to answer the offer of a freed place. */
  offerDays: number;
  /** Weeks without any activity after which a trainee is flagged. */
  inactivityWeeks: number;
}

/** The programme as it stands; new runs begin with it. */
export const programmeDefaults: RunSettings = {
  version: 1,
  theoryMinutes: 2700,
  practiceMinutes: 2400,
  teachingHour: 45,
  practiceHour: 60,
  places: 15,
  goal: 10,
  passMark: 75,
  practiceGateTheoryShare: 1,
  maxPracticeMinutesPerDay: 600,
  maxTeachingHoursPerDay: 8,
  supervisionPerMonth: 1,
  examAdmissionShare: 0.8,
  examBasis: "minutes",
  examParts: ["written", "oral"],
  resitWithinDays: 30,
  substituteWithinDays: 30,
  excuseWorkingDays: 3,
  practicePlan: { home_visit: 3 },
  presenceConfirmation: "required",
  minimumAge: 18,
  conditionsKeptMonths: 6,
  testAttempts: 3,
  testCoolingOffHours: 24,
  moduleTestQuestions: 16,
  offerDays: 3,
  inactivityWeeks: 3,
};

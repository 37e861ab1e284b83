/** The way of an application; what is not in the table cannot happen. */
export const applicationStates = ["submitted", "waiting", "admitted", "rejected", "withdrawn"] as const;
export type ApplicationState = (typeof applicationStates)[number];

export type ApplicationStep = "admit" | "putOnWaitingList" | "reject" | "withdraw";

const steps: Record<ApplicationState, Partial<Record<ApplicationStep, ApplicationState>>> = {
  submitted: { admit: "admitted", putOnWaitingList: "waiting", reject: "rejected", withdraw: "withdrawn" },
  // From one run's waiting list to the end of another's.
  waiting: { admit: "admitted", putOnWaitingList: "waiting", reject: "rejected", withdraw: "withdrawn" },
  admitted: {},
  rejected: {},
  withdrawn: {},
};

/** The state a step leads to, or null when it cannot be taken. */
export function afterStep(state: ApplicationState, step: ApplicationStep): ApplicationState | null {
  return steps[state][step] ?? null;
}

/** Open: somebody still has to decide about it. A person has one at most. */
export const openApplicationStates = ["submitted", "waiting"] as const satisfies ApplicationState[];

export function isOpenApplication(state: ApplicationState): boolean {
  return state === "submitted" || state === "waiting";
}

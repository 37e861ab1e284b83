import { catalogue } from "../catalogue/catalogue.server";

/** A module of the plan: a topic of the certificate. */
export interface PlannedModule {
  id: string;
  order: number;
  title: string;
  /** Teaching hours. */
  hours: number;
  summary: string;
  /** Lessons written so far. */
  lessonCount: number;
}

/** All modules of the course in order. */
export function coursePlan(): PlannedModule[] {
  return catalogue().modules.map(({ lessons, ...module }) => ({ ...module, lessonCount: lessons.length }));
}

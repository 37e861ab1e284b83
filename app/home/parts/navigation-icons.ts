import type { IconName } from "~/ui";
import type { NavigationEntry } from "../rules/navigation";

/** The sign of each page in the navigation and on the home page. */
export const navigationIcons: Record<NavigationEntry["text"], IconName> = {
  home: "home",
  course: "course",
  calendar: "calendar",
  practice: "practice",
  messages: "mail",
  practiceReview: "check",
  practiceConfirm: "check",
  runs: "people",
  applications: "mail",
  supervision: "supervision",
  exams: "law",
  cases: "case",
  reports: "report",
  incidents: "incident",
  incidentMap: "map",
  certificates: "certificate",
  mentoring: "lamp",
  mentors: "people",
  settings: "settings",
  people: "people",
  organisations: "organisation",
  about: "info",
  publicMap: "map",
  apply: "edit",
  verify: "certificate",
  help: "lamp",
};

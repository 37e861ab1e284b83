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
  runs: "people",
  applications: "mail",
  supervision: "supervision",
  cases: "case",
  reports: "report",
  incidents: "incident",
  incidentMap: "map",
  certificates: "certificate",
  people: "people",
  organisations: "organisation",
  about: "info",
  publicMap: "map",
  apply: "edit",
  verify: "certificate",
  help: "lamp",
};

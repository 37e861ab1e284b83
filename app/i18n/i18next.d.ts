import "i18next";
import type certification from "./cs/certification";
import type common from "./cs/common";
import type course from "./cs/course";
import type errors from "./cs/errors";
import type home from "./cs/home";
import type incidents from "./cs/incidents";
import type people from "./cs/people";
import type practice from "./cs/practice";
import type registry from "./cs/registry";
import type recruitment from "./cs/recruitment";
import type learning from "./cs/learning";
import type testing from "./cs/testing";
import type teaching from "./cs/teaching";
import type overview from "./cs/overview";
import type supervision from "./cs/supervision";
import type exam from "./cs/exam";
import type mentors from "./cs/mentors";
import type ui from "./cs/ui";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: {
      common: typeof common;
      errors: typeof errors;
      ui: typeof ui;
      home: typeof home;
      people: typeof people;
      course: typeof course;
      recruitment: typeof recruitment;
      learning: typeof learning;
      testing: typeof testing;
      teaching: typeof teaching;
      overview: typeof overview;
      practice: typeof practice;
      supervision: typeof supervision;
      certification: typeof certification;
      exam: typeof exam;
      mentors: typeof mentors;
      registry: typeof registry;
      incidents: typeof incidents;
    };
  }
}

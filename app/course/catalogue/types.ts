import type { Question } from "../rules/testing/question";

/** The course as it is written in `content/`: read once at start and kept in memory. */

export interface Heading {
  /** Anchor in the page. */
  id: string;
  level: number;
  text: string;
}

export interface LessonActivity {
  kind: string;
  title: string;
  minutes: number;
}

export interface LessonSource {
  title: string;
  publisher: string;
  year: number;
  note?: string;
}

export interface LegalStatement {
  act: string;
  paragraph: string;
  statement: string;
  /** Day up to which the statement was checked, `YYYY-MM-DD`. */
  stav: string;
}

/** What was made of one MDX text. */
export interface PreparedText {
  /** Finished HTML without scripts and style attributes. */
  html: string;
  headings: Heading[];
  /** Ids of glossary terms in order of first appearance. */
  terms: string[];
  /** Ids of exercises and worksheets. */
  ids: string[];
  /** Fields to write into, in order. */
  worksheets: { id: string; label: string }[];
  /** What is read, paragraph by paragraph, to tell later what has changed. */
  paragraphs: { heading: string; text: string }[];
  /** Link targets and image sources as written. */
  links: string[];
  images: string[];
  words: number;
  /** What is wrong with the text itself: an unknown component, a picture without a text. */
  problems: string[];
}

export interface Lesson {
  id: string;
  moduleId: string;
  title: string;
  order: number;
  /** Minutes of its activities: one teaching hour. */
  minutes: number;
  goals: string[];
  activities: LessonActivity[];
  glossary: string[];
  sources: LessonSource[];
  legal: LegalStatement[];
  lastReviewed: string;
  review: string[];
  /** SHA-256 of the text and its test; kept with every attempt and credit. */
  contentHash: string;
  text: PreparedText;
  questions: Question[];
}

/** A module of the course plan; it may have fewer lessons than hours, or none yet. */
export interface CourseModule {
  id: string;
  order: number;
  title: string;
  /** Teaching hours. */
  hours: number;
  summary: string;
  lessons: Lesson[];
  /** Questions for the module's test beyond those of its lessons. */
  bank: Question[];
}

/** A training outside the runs of the course: units written like lessons, and one test of them all. */
export interface Training {
  id: string;
  title: string;
  summary: string;
  finalTest: {
    /** How many questions an attempt draws. */
    questions: number;
    passPercent: number;
  };
  /** In order; `moduleId` of a unit is the training's id. */
  units: Lesson[];
}

export interface GlossaryTerm {
  id: string;
  term: string;
  explanation: string;
}

export interface ContentPage {
  id: string;
  title: string;
  summary: string;
  lastReviewed: string;
  contentHash: string;
  text: PreparedText;
}

export interface Catalogue {
  /** All modules of the plan in order. */
  modules: CourseModule[];
  lessons: Map<string, Lesson>;
  trainings: Map<string, Training>;
  glossary: Map<string, GlossaryTerm>;
  pages: Map<string, ContentPage>;
}

/** Something wrong with the content, said to its author. */
export interface ContentProblem {
  /** Path from the content folder. */
  file: string;
  message: string;
}

/** Addresses of a lesson's pages. */
export interface LessonLinkParts {
  moduleId: string;
  id: string;
}

export const lessonLink = ({ moduleId, id }: LessonLinkParts, anchor?: string | null) =>
  `/kurz/${moduleId}/${id}${anchor ? `#${anchor}` : ""}`;

export const quizLink = (lesson: LessonLinkParts) => `${lessonLink(lesson)}/test`;

export const moduleTestLink = (moduleId: string) => `/kurz/${moduleId}/test`;
export const statisticsLink = (moduleId: string) => `/kurz/${moduleId}/statistika`;

/** An attempt at any test: its result, or where to go on with it. */
export const attemptLink = (attemptId: string) => `/testy/${encodeURIComponent(attemptId)}`;

/** Where answers are kept while a test is open. */
export const keptAnswersLink = (attemptId: string) => `${attemptLink(attemptId)}/odpovedi`;

/** Addresses of a lesson's pages. */
export interface LessonLinkParts {
  moduleId: string;
  id: string;
}

export const lessonLink = ({ moduleId, id }: LessonLinkParts, anchor?: string | null) =>
  `/kurz/${moduleId}/${id}${anchor ? `#${anchor}` : ""}`;

export const quizLink = (lesson: LessonLinkParts) => `${lessonLink(lesson)}/test`;

import type { Actor } from "~/access/index.server";
import type { Lesson } from "../../catalogue/types";
import { requireLesson, requireStudent, type LessonAddress } from "../studying.server";
import { answersOf } from "./worksheets.server";

export interface WorksheetView {
  id: string;
  label: string;
  text: string;
  version: number;
}

export interface WorksheetsReading {
  lesson: Lesson;
  worksheets: WorksheetView[];
  /** Answers to worksheets the lesson had once. */
  former: { id: string; text: string }[];
}

/** A trainee's own worksheets of a lesson. @throws AppError notFound, or conflict without a course */
export async function readWorksheets(actor: Actor, address: LessonAddress): Promise<WorksheetsReading> {
  const lesson = requireLesson(address);
  const { enrolmentId } = await requireStudent(actor);
  const answers = await answersOf(enrolmentId, lesson.id);
  const { worksheets } = lesson.text;
  return {
    lesson,
    worksheets: worksheets.map(({ id, label }) => {
      const answer = answers.find(({ worksheetId }) => worksheetId === id);
      return { id, label, text: answer?.text ?? "", version: answer?.version ?? 0 };
    }),
    former: answers
      .filter(({ worksheetId, text }) => text !== "" && !worksheets.some(({ id }) => id === worksheetId))
      .map(({ worksheetId, text }) => ({ id: worksheetId, text })),
  };
}

import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { db, inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import type { Lesson } from "../catalogue/types";
import { gradeQuiz, type Grade, type QuizAnswers } from "../rules/quiz";
import { programmeDefaults } from "../rules/run-settings";
import { lockEnrolment } from "./enrolments.server";
import { creditLesson } from "./lesson-credit.server";
import { earningEnrolment, requireLesson, type LessonAddress } from "./studying.server";

export interface QuizResult {
  /** False for readers without an enrolment: their attempt is graded and forgotten. */
  stored: boolean;
  grade: Grade;
  /** Minutes credited by this attempt. */
  credited: number;
}

export interface QuizSubmission extends LessonAddress {
  attemptId: string;
  answers: QuizAnswers;
}

/**
 * Grades a test and keeps the attempt of a trainee; the lesson is credited when its rule is met by it.
 * The same attempt sent again gives the result of the first sending.
 * @throws AppError notFound, or conflict when the attempt belongs to somebody or something else
 */
export async function takeQuiz(
  actor: Actor,
  { attemptId, answers, ...address }: QuizSubmission,
  { now }: { now: Date },
): Promise<QuizResult> {
  const lesson = requireLesson(address);
  const enrolment = await earningEnrolment(actor);
  if (!enrolment) {
    return {
      stored: false,
      grade: gradeQuiz(lesson.questions, answers, programmeDefaults.passMark),
      credited: 0,
    };
  }
  return inTransaction(async (tx) => {
    await lockEnrolment(tx, enrolment.id);
    const before = await tx.quizAttempt.findUnique({ where: { id: attemptId } });
    if (before) {
      if (before.enrolmentId !== enrolment.id || before.lessonId !== lesson.id)
        throw new AppError("conflict");
      return {
        stored: true,
        grade: storedGrade(lesson, before, enrolment.run.settings.passMark),
        credited: 0,
      };
    }
    const grade = gradeQuiz(lesson.questions, answers, enrolment.run.settings.passMark);
    await tx.quizAttempt.create({
      data: {
        id: attemptId,
        enrolmentId: enrolment.id,
        lessonId: lesson.id,
        contentHash: lesson.contentHash,
        answers,
        correctCount: grade.correctCount,
        questionCount: grade.questionCount,
        passed: grade.passed,
        submittedAt: now,
      },
    });
    await audit(tx, {
      actor: actor.accountId,
      action: "quiz.submit",
      subject: { kind: "enrolment", id: enrolment.id },
      details: { lesson: lesson.id, passed: grade.passed },
      at: now,
    });
    return {
      stored: true,
      grade,
      credited: grade.passed ? await creditLesson(tx, enrolment, lesson, now) : 0,
    };
  });
}

export interface AttemptReading {
  grade: Grade;
  /** The lesson was edited since: the score stands, questions can no longer be shown one by one. */
  outdated: boolean;
}

/** An own attempt, to show its result. @throws AppError notFound */
export async function readAttempt(
  actor: Actor,
  address: LessonAddress,
  attemptId: string,
): Promise<AttemptReading> {
  const lesson = requireLesson(address);
  const attempt = isRowId(attemptId)
    ? await db().quizAttempt.findFirst({
        where: { id: attemptId, lessonId: lesson.id, enrolment: { accountId: actor.accountId } },
      })
    : null;
  if (!attempt) throw new AppError("notFound");
  const outdated = attempt.contentHash !== lesson.contentHash;
  return { grade: storedGrade(lesson, attempt, programmeDefaults.passMark), outdated };
}

interface StoredAttempt {
  answers: unknown;
  correctCount: number;
  questionCount: number;
  passed: boolean;
}

/** What was decided then stays decided; only the questions are graded again, to explain them. */
function storedGrade(lesson: Lesson, attempt: StoredAttempt, passMark: number): Grade {
  const { correctCount, questionCount, passed } = attempt;
  return {
    questions: gradeQuiz(lesson.questions, readAnswers(attempt.answers), passMark).questions,
    correctCount,
    questionCount,
    passed,
  };
}

function readAnswers(stored: unknown): QuizAnswers {
  if (typeof stored !== "object" || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored).map(([question, chosen]) => [
      question,
      Array.isArray(chosen) ? chosen.filter((option) => typeof option === "string") : [],
    ]),
  );
}

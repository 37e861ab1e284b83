-- Attempts at lessons' tests move to the table of all tests. They remember the wording by the hash of the whole
-- lesson, and no results of single questions: statistics of questions do not count them.
INSERT INTO "test_attempts" (
  "id", "accountId", "enrolmentId", "testKey", "number", "drawn", "answers", "startedAt", "savedAt", "submittedAt",
  "passMark", "correctCount", "questionCount", "passed", "results", "version"
)
SELECT
  q."id",
  e."accountId",
  q."enrolmentId",
  'lesson:' || q."lessonId",
  COALESCE((
    SELECT MAX(t."number") FROM "test_attempts" t
    WHERE t."accountId" = e."accountId" AND t."testKey" = 'lesson:' || q."lessonId"
  ), 0) + ROW_NUMBER() OVER (PARTITION BY e."accountId", q."lessonId" ORDER BY q."submittedAt", q."id"),
  COALESCE((
    SELECT jsonb_agg(
      jsonb_build_object('question', asked.id, 'contentHash', q."contentHash", 'options', '[]'::jsonb)
      ORDER BY asked.id
    )
    FROM jsonb_object_keys(q."answers") AS asked(id)
  ), '[]'::jsonb),
  q."answers",
  q."submittedAt",
  q."submittedAt",
  q."submittedAt",
  COALESCE((r."settings" ->> 'passMark')::integer, 75),
  q."correctCount",
  q."questionCount",
  q."passed",
  NULL,
  1
FROM "quiz_attempts" q
JOIN "enrolments" e ON e."id" = q."enrolmentId"
JOIN "course_runs" r ON r."id" = e."runId"
-- An id that is taken already was moved before.
WHERE NOT EXISTS (SELECT 1 FROM "test_attempts" t WHERE t."id" = q."id");

-- DropForeignKey
ALTER TABLE "quiz_attempts" DROP CONSTRAINT "quiz_attempts_enrolmentId_fkey";

-- DropTable
DROP TABLE "quiz_attempts";

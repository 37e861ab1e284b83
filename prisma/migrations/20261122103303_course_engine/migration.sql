-- CreateEnum
CREATE TYPE "PlaceOfferState" AS ENUM ('open', 'accepted', 'declined', 'expired', 'withdrawn');

-- CreateEnum
CREATE TYPE "TeachingSessionState" AS ENUM ('planned', 'held', 'cancelled');

-- CreateEnum
CREATE TYPE "AttendanceState" AS ENUM ('present', 'absent', 'excused');

-- AlterTable
ALTER TABLE "accounts" ADD COLUMN     "weeklyDigest" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "applications" ADD COLUMN     "interviewNotesSealed" TEXT,
ADD COLUMN     "interviewedById" UUID,
ADD COLUMN     "interviewedOn" DATE;

-- AlterTable
ALTER TABLE "course_runs" ADD COLUMN     "accreditationValidUntil" DATE,
ADD COLUMN     "copiedFromId" UUID,
ADD COLUMN     "otherTowns" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "startedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "lesson_progress" ADD COLUMN     "declaredMinutes" INTEGER,
ADD COLUMN     "measuredSeconds" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "measuredUntil" TIMESTAMPTZ(3),
ADD COLUMN     "seenContentHash" TEXT;

-- CreateTable
CREATE TABLE "place_offers" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "runId" UUID NOT NULL,
    "state" "PlaceOfferState" NOT NULL DEFAULT 'open',
    "offeredAt" TIMESTAMPTZ(3) NOT NULL,
    "offeredById" UUID,
    "answerBy" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "place_offers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lesson_versions" (
    "contentHash" TEXT NOT NULL,
    "lessonId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "paragraphs" JSONB NOT NULL,
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lesson_versions_pkey" PRIMARY KEY ("contentHash")
);

-- CreateTable
CREATE TABLE "worksheet_answers" (
    "enrolmentId" UUID NOT NULL,
    "lessonId" TEXT NOT NULL,
    "worksheetId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "textSealed" TEXT NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "worksheet_answers_pkey" PRIMARY KEY ("enrolmentId","lessonId","worksheetId")
);

-- CreateTable
CREATE TABLE "test_attempts" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "enrolmentId" UUID,
    "testKey" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "drawn" JSONB NOT NULL,
    "answers" JSONB NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "passMark" INTEGER NOT NULL,
    "correctCount" INTEGER,
    "questionCount" INTEGER NOT NULL,
    "passed" BOOLEAN,
    "results" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "test_attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "teaching_sessions" (
    "id" UUID NOT NULL,
    "runId" UUID NOT NULL,
    "moduleId" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "trainerId" UUID,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "breakMinutes" INTEGER NOT NULL DEFAULT 0,
    "state" "TeachingSessionState" NOT NULL DEFAULT 'planned',
    "cancelReason" TEXT,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "makeUpForId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "heldAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "teaching_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session_attendance" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "state" "AttendanceState" NOT NULL,
    "arrivedAt" TIMESTAMPTZ(3),
    "leftAt" TIMESTAMPTZ(3),
    "minutes" INTEGER NOT NULL DEFAULT 0,
    "excuseSealed" TEXT,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedById" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "session_attendance_pkey" PRIMARY KEY ("sessionId","enrolmentId")
);

-- CreateTable
CREATE TABLE "calendar_feeds" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_feeds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_messages" (
    "id" UUID NOT NULL,
    "runId" UUID NOT NULL,
    "enrolmentId" UUID,
    "senderId" UUID NOT NULL,
    "subjectSealed" TEXT NOT NULL,
    "textSealed" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "run_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_message_reads" (
    "messageId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "readAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "run_message_reads_pkey" PRIMARY KEY ("messageId","accountId")
);

-- CreateTable
CREATE TABLE "reminders" (
    "key" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reminders_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "place_offers_runId_state_idx" ON "place_offers"("runId", "state");

-- CreateIndex
CREATE INDEX "place_offers_applicationId_idx" ON "place_offers"("applicationId");

-- CreateIndex
CREATE INDEX "place_offers_state_answerBy_idx" ON "place_offers"("state", "answerBy");

-- CreateIndex
CREATE INDEX "lesson_versions_lessonId_idx" ON "lesson_versions"("lessonId");

-- CreateIndex
CREATE UNIQUE INDEX "worksheet_answers_id_key" ON "worksheet_answers"("id");

-- CreateIndex
CREATE INDEX "test_attempts_enrolmentId_testKey_idx" ON "test_attempts"("enrolmentId", "testKey");

-- CreateIndex
CREATE INDEX "test_attempts_testKey_submittedAt_idx" ON "test_attempts"("testKey", "submittedAt");

-- CreateIndex
CREATE UNIQUE INDEX "test_attempts_accountId_testKey_number_key" ON "test_attempts"("accountId", "testKey", "number");

-- CreateIndex
CREATE INDEX "teaching_sessions_runId_startsAt_idx" ON "teaching_sessions"("runId", "startsAt");

-- CreateIndex
CREATE INDEX "teaching_sessions_trainerId_startsAt_idx" ON "teaching_sessions"("trainerId", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "session_attendance_id_key" ON "session_attendance"("id");

-- CreateIndex
CREATE INDEX "session_attendance_enrolmentId_idx" ON "session_attendance"("enrolmentId");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feeds_tokenHash_key" ON "calendar_feeds"("tokenHash");

-- CreateIndex
CREATE INDEX "calendar_feeds_accountId_idx" ON "calendar_feeds"("accountId");

-- CreateIndex
CREATE INDEX "run_messages_runId_sentAt_idx" ON "run_messages"("runId", "sentAt");

-- CreateIndex
CREATE INDEX "run_messages_enrolmentId_idx" ON "run_messages"("enrolmentId");

-- CreateIndex
CREATE INDEX "reminders_accountId_sentAt_idx" ON "reminders"("accountId", "sentAt");

-- AddForeignKey
ALTER TABLE "place_offers" ADD CONSTRAINT "place_offers_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "applications"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place_offers" ADD CONSTRAINT "place_offers_runId_fkey" FOREIGN KEY ("runId") REFERENCES "course_runs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "worksheet_answers" ADD CONSTRAINT "worksheet_answers_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "enrolments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "test_attempts" ADD CONSTRAINT "test_attempts_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "test_attempts" ADD CONSTRAINT "test_attempts_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "enrolments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teaching_sessions" ADD CONSTRAINT "teaching_sessions_runId_fkey" FOREIGN KEY ("runId") REFERENCES "course_runs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teaching_sessions" ADD CONSTRAINT "teaching_sessions_makeUpForId_fkey" FOREIGN KEY ("makeUpForId") REFERENCES "teaching_sessions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_attendance" ADD CONSTRAINT "session_attendance_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "teaching_sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_attendance" ADD CONSTRAINT "session_attendance_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "enrolments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_messages" ADD CONSTRAINT "run_messages_runId_fkey" FOREIGN KEY ("runId") REFERENCES "course_runs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_messages" ADD CONSTRAINT "run_messages_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "enrolments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_message_reads" ADD CONSTRAINT "run_message_reads_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "run_messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

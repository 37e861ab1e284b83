-- CreateEnum
CREATE TYPE "ExamKind" AS ENUM ('regular', 'resit', 'substitute');

-- CreateEnum
CREATE TYPE "ExamDayState" AS ENUM ('planned', 'open', 'closed', 'locked', 'cancelled');

-- CreateEnum
CREATE TYPE "CandidateState" AS ENUM ('expected', 'present', 'absent');

-- CreateEnum
CREATE TYPE "MentorDecisionKind" AS ENUM ('suspended', 'restored', 'ended', 'renewed');

-- CreateEnum
CREATE TYPE "SupervisionState" AS ENUM ('planned', 'held', 'cancelled');

-- CreateEnum
CREATE TYPE "SupervisionPlace" AS ENUM ('in_person', 'video');

-- CreateEnum
CREATE TYPE "InvitationState" AS ENUM ('invited', 'accepted', 'declined', 'present', 'absent', 'excused');

-- AlterEnum
ALTER TYPE "PracticeState" ADD VALUE 'reversed';

-- DropIndex
DROP INDEX "supervision_sessions_day_idx";

-- AlterTable
ALTER TABLE "certificates" ADD COLUMN     "replacesId" UUID,
ADD COLUMN     "statusIndex" INTEGER;

-- AlterTable
ALTER TABLE "exam_results" ADD COLUMN     "examDayId" UUID;

-- AlterTable
ALTER TABLE "practice_entries" ADD COLUMN     "caseId" UUID,
ADD COLUMN     "guideId" UUID;

-- AlterTable
ALTER TABLE "supervision_sessions" ADD COLUMN     "cancelReason" TEXT,
ADD COLUMN     "capacity" INTEGER,
ADD COLUMN     "changedAt" TIMESTAMPTZ(3),
ADD COLUMN     "heldAt" TIMESTAMPTZ(3),
ADD COLUMN     "linkSealed" TEXT,
ADD COLUMN     "noteDeleteOn" DATE,
ADD COLUMN     "place" "SupervisionPlace" NOT NULL DEFAULT 'in_person',
ADD COLUMN     "sequence" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "state" "SupervisionState" NOT NULL DEFAULT 'held';

-- CreateTable
CREATE TABLE "exam_days" (
    "id" UUID NOT NULL,
    "runId" UUID NOT NULL,
    "kind" "ExamKind" NOT NULL,
    "state" "ExamDayState" NOT NULL DEFAULT 'planned',
    "heldOn" DATE NOT NULL,
    "startMinute" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "parts" "ExamPart"[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "lockedAt" TIMESTAMPTZ(3),
    "cancelReason" TEXT,
    "protocolContentSealed" TEXT,
    "protocolContentSha256" TEXT,
    "protocolSealed" TEXT,
    "protocolSha256" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "exam_days_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exam_members" (
    "id" UUID NOT NULL,
    "examDayId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "chair" BOOLEAN NOT NULL DEFAULT false,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "addedById" UUID NOT NULL,
    "declaredAt" TIMESTAMPTZ(3),
    "declarationVersion" INTEGER,
    "signedAt" TIMESTAMPTZ(3),
    "signedSha256" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "exam_members_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exam_candidates" (
    "id" UUID NOT NULL,
    "examDayId" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "state" "CandidateState" NOT NULL DEFAULT 'expected',
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "addedById" UUID NOT NULL,
    "admission" JSONB,
    "identityCheckedAt" TIMESTAMPTZ(3),
    "identityCheckedById" UUID,
    "identityDocument" TEXT,
    "excusedOn" DATE,
    "excuseSealed" TEXT,
    "excuseDeleteOn" DATE,
    "excuseAccepted" BOOLEAN,
    "excuseDecidedAt" TIMESTAMPTZ(3),
    "excuseDecidedById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "exam_candidates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exam_votes" (
    "candidateId" UUID NOT NULL,
    "part" "ExamPart" NOT NULL,
    "memberId" UUID NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "votedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "exam_votes_pkey" PRIMARY KEY ("candidateId","part","memberId")
);

-- CreateTable
CREATE TABLE "certificate_templates" (
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "certificate_templates_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "signing_keys" (
    "id" TEXT NOT NULL,
    "algorithm" TEXT NOT NULL,
    "publicJwk" JSONB NOT NULL,
    "privateSealed" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "signing_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mentor_decisions" (
    "id" UUID NOT NULL,
    "mentorId" UUID NOT NULL,
    "kind" "MentorDecisionKind" NOT NULL,
    "fromDay" DATE NOT NULL,
    "reasonSealed" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" UUID NOT NULL,

    CONSTRAINT "mentor_decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_settings" (
    "id" UUID NOT NULL,
    "settings" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID NOT NULL,

    CONSTRAINT "programme_settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "practice_drafts" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "contentSealed" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "practice_drafts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trainee_guides" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "mentorId" UUID NOT NULL,
    "assignedAt" TIMESTAMPTZ(3) NOT NULL,
    "assignedById" UUID NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,

    CONSTRAINT "trainee_guides_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "presence_confirmations" (
    "id" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "entryVersion" INTEGER NOT NULL,
    "mentorId" UUID NOT NULL,
    "present" BOOLEAN NOT NULL,
    "reasonSealed" TEXT,
    "confirmedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "presence_confirmations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supervision_invitations" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "enrolmentId" UUID,
    "mentorId" UUID,
    "state" "InvitationState" NOT NULL DEFAULT 'invited',
    "reasonSealed" TEXT,
    "reasonDeleteOn" DATE,
    "invitedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "supervision_invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supervision_exemptions" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID,
    "mentorId" UUID,
    "fromDay" DATE NOT NULL,
    "toDay" DATE NOT NULL,
    "reasonSealed" TEXT NOT NULL,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL,
    "grantedById" UUID NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "revokedById" UUID,

    CONSTRAINT "supervision_exemptions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "exam_days_runId_heldOn_idx" ON "exam_days"("runId", "heldOn");

-- CreateIndex
CREATE INDEX "exam_members_accountId_idx" ON "exam_members"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "exam_members_examDayId_accountId_key" ON "exam_members"("examDayId", "accountId");

-- CreateIndex
CREATE INDEX "exam_candidates_enrolmentId_idx" ON "exam_candidates"("enrolmentId");

-- CreateIndex
CREATE INDEX "exam_candidates_excuseDeleteOn_idx" ON "exam_candidates"("excuseDeleteOn");

-- CreateIndex
CREATE UNIQUE INDEX "exam_candidates_examDayId_enrolmentId_key" ON "exam_candidates"("examDayId", "enrolmentId");

-- CreateIndex
CREATE INDEX "mentor_decisions_mentorId_fromDay_idx" ON "mentor_decisions"("mentorId", "fromDay");

-- CreateIndex
CREATE INDEX "programme_settings_createdAt_idx" ON "programme_settings"("createdAt");

-- CreateIndex
CREATE INDEX "practice_drafts_enrolmentId_idx" ON "practice_drafts"("enrolmentId");

-- CreateIndex
CREATE INDEX "trainee_guides_enrolmentId_idx" ON "trainee_guides"("enrolmentId");

-- CreateIndex
CREATE INDEX "trainee_guides_mentorId_idx" ON "trainee_guides"("mentorId");

-- CreateIndex
CREATE INDEX "presence_confirmations_entryId_idx" ON "presence_confirmations"("entryId");

-- CreateIndex
CREATE INDEX "supervision_invitations_enrolmentId_idx" ON "supervision_invitations"("enrolmentId");

-- CreateIndex
CREATE INDEX "supervision_invitations_mentorId_idx" ON "supervision_invitations"("mentorId");

-- CreateIndex
CREATE INDEX "supervision_invitations_reasonDeleteOn_idx" ON "supervision_invitations"("reasonDeleteOn");

-- CreateIndex
CREATE UNIQUE INDEX "supervision_invitations_sessionId_enrolmentId_key" ON "supervision_invitations"("sessionId", "enrolmentId");

-- CreateIndex
CREATE UNIQUE INDEX "supervision_invitations_sessionId_mentorId_key" ON "supervision_invitations"("sessionId", "mentorId");

-- CreateIndex
CREATE INDEX "supervision_exemptions_enrolmentId_idx" ON "supervision_exemptions"("enrolmentId");

-- CreateIndex
CREATE INDEX "supervision_exemptions_mentorId_idx" ON "supervision_exemptions"("mentorId");

-- CreateIndex
CREATE UNIQUE INDEX "certificates_replacesId_key" ON "certificates"("replacesId");

-- CreateIndex
CREATE UNIQUE INDEX "certificates_statusIndex_key" ON "certificates"("statusIndex");

-- CreateIndex
CREATE INDEX "practice_entries_guideId_state_idx" ON "practice_entries"("guideId", "state");

-- CreateIndex
CREATE INDEX "supervision_sessions_state_day_idx" ON "supervision_sessions"("state", "day");

-- CreateIndex
CREATE INDEX "supervision_sessions_noteDeleteOn_idx" ON "supervision_sessions"("noteDeleteOn");

-- AddForeignKey
ALTER TABLE "exam_results" ADD CONSTRAINT "exam_results_examDayId_fkey" FOREIGN KEY ("examDayId") REFERENCES "exam_days"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_days" ADD CONSTRAINT "exam_days_runId_fkey" FOREIGN KEY ("runId") REFERENCES "course_runs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_members" ADD CONSTRAINT "exam_members_examDayId_fkey" FOREIGN KEY ("examDayId") REFERENCES "exam_days"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_members" ADD CONSTRAINT "exam_members_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_candidates" ADD CONSTRAINT "exam_candidates_examDayId_fkey" FOREIGN KEY ("examDayId") REFERENCES "exam_days"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_candidates" ADD CONSTRAINT "exam_candidates_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "enrolments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_votes" ADD CONSTRAINT "exam_votes_candidateId_fkey" FOREIGN KEY ("candidateId") REFERENCES "exam_candidates"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_votes" ADD CONSTRAINT "exam_votes_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "exam_members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "certificates"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentor_decisions" ADD CONSTRAINT "mentor_decisions_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "mentors"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_entries" ADD CONSTRAINT "practice_entries_guideId_fkey" FOREIGN KEY ("guideId") REFERENCES "mentors"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_drafts" ADD CONSTRAINT "practice_drafts_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "enrolments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trainee_guides" ADD CONSTRAINT "trainee_guides_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "enrolments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trainee_guides" ADD CONSTRAINT "trainee_guides_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "mentors"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence_confirmations" ADD CONSTRAINT "presence_confirmations_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "practice_entries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence_confirmations" ADD CONSTRAINT "presence_confirmations_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "mentors"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision_invitations" ADD CONSTRAINT "supervision_invitations_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "supervision_sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision_invitations" ADD CONSTRAINT "supervision_invitations_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "enrolments"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision_invitations" ADD CONSTRAINT "supervision_invitations_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "mentors"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision_exemptions" ADD CONSTRAINT "supervision_exemptions_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "enrolments"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision_exemptions" ADD CONSTRAINT "supervision_exemptions_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "mentors"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- DropIndex
DROP INDEX "activities_mentorId_idx";

-- AlterTable
ALTER TABLE "assignments" ADD COLUMN     "endNoteSealed" TEXT,
ADD COLUMN     "endedById" UUID,
ADD COLUMN     "openCaseId" UUID;

-- AlterTable
ALTER TABLE "imported_rows" ADD COLUMN     "content" TEXT NOT NULL,
ADD COLUMN     "subjectId" UUID NOT NULL;

-- CreateTable
CREATE TABLE "case_state_changes" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "state" "CaseState" NOT NULL,
    "outcome" TEXT,
    "reasonSealed" TEXT,
    "happenedOn" DATE NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedById" UUID,

    CONSTRAINT "case_state_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity_revisions" (
    "id" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "startMinute" INTEGER,
    "minutes" INTEGER NOT NULL,
    "kind" "ActivityKind" NOT NULL,
    "place" "PlaceKind" NOT NULL,
    "result" TEXT NOT NULL,
    "noteSealed" TEXT NOT NULL,
    "nextStepSealed" TEXT,
    "replacedAt" TIMESTAMPTZ(3) NOT NULL,
    "replacedById" UUID NOT NULL,

    CONSTRAINT "activity_revisions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "case_state_changes_caseId_recordedAt_idx" ON "case_state_changes"("caseId", "recordedAt");

-- CreateIndex
CREATE UNIQUE INDEX "activity_revisions_activityId_version_key" ON "activity_revisions"("activityId", "version");

-- CreateIndex
CREATE INDEX "activities_mentorId_day_idx" ON "activities"("mentorId", "day");

-- CreateIndex
CREATE UNIQUE INDEX "assignments_openCaseId_key" ON "assignments"("openCaseId");

-- AddForeignKey
ALTER TABLE "case_state_changes" ADD CONSTRAINT "case_state_changes_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_revisions" ADD CONSTRAINT "activity_revisions_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "activities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

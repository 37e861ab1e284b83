-- AlterTable
ALTER TABLE "exam_results" ADD COLUMN     "voidReasonSealed" TEXT,
ADD COLUMN     "voidedAt" TIMESTAMPTZ(3),
ADD COLUMN     "voidedById" UUID;

-- AlterTable
ALTER TABLE "practice_decisions" ADD COLUMN     "contentSealed" TEXT;

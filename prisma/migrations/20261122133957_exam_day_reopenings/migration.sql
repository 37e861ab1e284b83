-- AlterTable
ALTER TABLE "exam_days" ADD COLUMN     "reopeningsSealed" TEXT;

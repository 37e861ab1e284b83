-- AlterTable
ALTER TABLE "monitoring_trainings" ADD COLUMN     "attemptId" UUID;

-- CreateTable
CREATE TABLE "training_progress" (
    "accountId" UUID NOT NULL,
    "trainingId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "lastOpenedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "training_progress_pkey" PRIMARY KEY ("accountId","trainingId","unitId")
);

-- CreateIndex
CREATE UNIQUE INDEX "monitoring_trainings_attemptId_key" ON "monitoring_trainings"("attemptId");

-- AddForeignKey
ALTER TABLE "training_progress" ADD CONSTRAINT "training_progress_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

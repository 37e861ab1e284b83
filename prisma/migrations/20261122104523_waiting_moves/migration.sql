-- CreateTable
CREATE TABLE "waiting_moves" (
    "id" UUID NOT NULL,
    "runId" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "fromPlace" INTEGER NOT NULL,
    "toPlace" INTEGER NOT NULL,
    "reasonSealed" TEXT NOT NULL,
    "movedAt" TIMESTAMPTZ(3) NOT NULL,
    "movedById" UUID NOT NULL,

    CONSTRAINT "waiting_moves_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "waiting_moves_runId_movedAt_idx" ON "waiting_moves"("runId", "movedAt");

-- AddForeignKey
ALTER TABLE "waiting_moves" ADD CONSTRAINT "waiting_moves_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "applications"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiting_moves" ADD CONSTRAINT "waiting_moves_runId_fkey" FOREIGN KEY ("runId") REFERENCES "course_runs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

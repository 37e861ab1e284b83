-- AlterTable
ALTER TABLE "incidents" ADD COLUMN     "biasBasis" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "concernsOffice" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "helpSealed" TEXT,
ADD COLUMN     "municipalityFromPoint" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "incident_codings" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "forms" TEXT[],
    "channel" TEXT,
    "placeKind" TEXT,
    "biasMotivations" TEXT[],
    "biasBasis" JSONB NOT NULL DEFAULT '{}',
    "victimType" TEXT,
    "reasonSealed" TEXT,
    "codebookVersion" INTEGER NOT NULL,
    "codedAt" TIMESTAMPTZ(3) NOT NULL,
    "codedById" UUID,

    CONSTRAINT "incident_codings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "incident_codings_incidentId_idx" ON "incident_codings"("incidentId");

-- CreateIndex
CREATE INDEX "incidents_reportedAt_idx" ON "incidents"("reportedAt");

-- AddForeignKey
ALTER TABLE "incident_codings" ADD CONSTRAINT "incident_codings_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "incidents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

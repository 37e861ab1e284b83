-- AlterTable
ALTER TABLE "ledger_entries" ADD COLUMN     "moduleId" TEXT;

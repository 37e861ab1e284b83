-- The reason of a decision can say something about a person: it is ciphertext from now on.
ALTER TABLE "applications" RENAME COLUMN "decisionReason" TO "decisionReasonSealed";

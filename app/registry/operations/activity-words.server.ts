import { unseal, unsealNullable } from "~/platform/crypto/index.server";

/** Opens what a mentor wrote about an activity. */
export function openActivityWords(row: { id: string; noteSealed: string; nextStepSealed: string | null }): {
  note: string;
  nextStep: string | null;
} {
  const place = (column: string) => ({ table: "activities", column, row: row.id });
  return {
    note: unseal(row.noteSealed, place("noteSealed")),
    nextStep: unsealNullable(row.nextStepSealed, place("nextStepSealed")),
  };
}

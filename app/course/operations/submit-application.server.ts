import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { seal, sealNullable } from "~/platform/crypto/index.server";
import { dayOf } from "~/platform/days";
import { inTransaction, lockRow } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { openApplicationStates } from "../rules/application-states";
import { isOldEnough, mayApplyFrom } from "../rules/entry-conditions";
import { programmeDefaults } from "../rules/run-settings";
import type { ApplicationForm } from "../schema";
import { applicationPlace } from "./application-row.server";

export type SubmittedApplication =
  | { kind: "submitted"; id: string }
  /** Nothing was stored; the day from which the person may apply. */
  | { kind: "tooYoung"; mayApplyOn: string };

/**
 * Applies for the course. A person has one open application; the same form sent twice makes one.
 * @throws AppError conflict when another application is open, invalid with the field
 */
export async function submitApplication(
  actor: Actor,
  input: ApplicationForm,
  { now }: { now: Date },
): Promise<SubmittedApplication> {
  const today = dayOf(now);
  const { minimumAge } = programmeDefaults;
  checkBirthDate(input.birthDate, today);
  if (!isOldEnough(input.birthDate, today, minimumAge)) {
    return { kind: "tooYoung", mayApplyOn: mayApplyFrom(input.birthDate, minimumAge) };
  }
  const { id } = input;
  return inTransaction(async (tx) => {
    await lockRow(tx, `applicant:${actor.accountId}`);
    const before = await tx.application.findUnique({ where: { id } });
    if (before && before.accountId !== actor.accountId) throw new AppError("conflict");
    if (before) return { kind: "submitted", id };
    const open = await tx.application.findFirst({
      where: { accountId: actor.accountId, state: { in: [...openApplicationStates] } },
    });
    if (open) throw new AppError("conflict", { reason: "course:refusal.applicationOpen" });
    await tx.application.create({
      data: {
        id,
        accountId: actor.accountId,
        birthDateSealed: seal(input.birthDate, applicationPlace("birthDateSealed", id)),
        birthPlaceSealed: sealNullable(input.birthPlace, applicationPlace("birthPlaceSealed", id)),
        town: input.town,
        regionCode: input.region,
        phoneSealed: seal(input.phone, applicationPlace("phoneSealed", id)),
        motivationSealed: seal(input.motivation, applicationPlace("motivationSealed", id)),
        consentAt: now,
        submittedAt: now,
      },
    });
    await audit(tx, {
      actor: actor.accountId,
      action: "application.submit",
      subject: { kind: "application", id },
      at: now,
    });
    return { kind: "submitted", id };
  });
}

function checkBirthDate(birthDate: string, today: string): void {
  const oldest = `${Number(today.slice(0, 4)) - 110}${today.slice(4)}`;
  if (birthDate > today || birthDate < oldest) {
    throw new AppError("invalid", { field: "birthDate", reason: "course:error.birthDate" });
  }
}

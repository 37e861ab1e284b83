import { AppError } from "~/platform/errors";

/** What an operation was refused with. @throws when it was not refused, or failed for another reason */
export async function refusalOf(
  work: Promise<unknown>,
): Promise<{ code: string; field?: string; reason: string }> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { code: error.code, field: error.field, reason: error.reason };
  }
  throw new Error("It was not refused");
}

import { z } from "zod";
import { AppError } from "~/platform/errors";

const id = z.uuid();

/** The id of a case in an address. @throws AppError notFound when it cannot be one */
export function caseIdOf(params: { id?: string | undefined }): string {
  const parsed = id.safeParse(params.id);
  if (!parsed.success) throw new AppError("notFound");
  return parsed.data;
}

import { rowId } from "~/platform/form-fields";
import { AppError } from "~/platform/errors";

const id = rowId();

/** The id of a case in an address. @throws AppError notFound when it cannot be one */
export function caseIdOf(params: { id?: string | undefined }): string {
  const parsed = id.safeParse(params.id);
  if (!parsed.success) throw new AppError("notFound");
  return parsed.data;
}

import { guarded } from "~/access/index.server";
import { AppError } from "~/platform/errors";
import { fileResponse } from "~/platform/file-response.server";
import { exportRegister } from "../operations/certificate/export-register.server";
import { registerExport } from "../schema";

/** The register as CSV, never kept by anybody between the portal and the reader; without a purpose there is none. */
export const loader = guarded("certificate:list", async ({ actor, request, now }) => {
  const query = registerExport.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) throw new AppError("invalid", { reason: "certification:refusal.purpose" });
  const csv = await exportRegister(actor, query.data, { purpose: query.data.ucel, now });
  return fileResponse({ body: csv, type: "text/csv; charset=utf-8", fileName: "osvedceni.csv" });
});

import { useTranslation } from "react-i18next";
import type { Role } from "~/access/roles";

export interface HeldRoleProps {
  role: Role;
  organisation: string | null;
  regionCode: string | null;
}

/** A role with its organisation and region: "mentor, RUBIKON Centrum, Ústecký kraj". */
export function HeldRole({ role, organisation, regionCode }: HeldRoleProps) {
  const { t } = useTranslation("common");
  const region = useRegionName();
  const where = [organisation, role === "applicant" ? null : region(regionCode)].filter(Boolean).join(", ");
  return (
    <>
      {t(`role.${role}`)}
      {where && <span className="text-muted"> · {where}</span>}
    </>
  );
}

/** Names regions; null is the whole programme. */
export function useRegionName(): (code: string | null) => string {
  const { t } = useTranslation("common");
  return (code) => t(`region.${code ?? "all"}` as "region.all");
}

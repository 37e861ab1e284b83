import type { Actor, Permission } from "~/access/index.server";
import { unseal } from "~/platform/crypto/index.server";
import { dayOf } from "~/platform/days";
import { db, type Prisma } from "~/platform/db/index.server";
import { parseContent } from "../../document/content";
import { certificatePlace } from "../../places";
import { normaliseCode } from "../../rules/certificate-code";
import { certificateState, type CertificateState } from "../../rules/certificate/certificate-state";
import { foldText } from "../../rules/fold-text";
import type { RegisterQuery } from "../../schema";
import { whereCertificate } from "../certificate-scope.server";

/** A certificate in the register; days are `YYYY-MM-DD`. */
export interface CertificateRow {
  id: string;
  number: string;
  name: string;
  runName: string;
  issuedOn: string;
  revokedOn: string | null;
  state: CertificateState;
  templateVersion: number;
  /** The certificate this one stands instead of, and the one that stands instead of it. */
  replaces: { id: string; number: string } | null;
  replacedBy: { id: string; number: string } | null;
}

export type RegisterFilter = Pick<RegisterQuery, "hledat" | "stav" | "beh" | "rok">;

export interface RegisterPage {
  rows: CertificateRow[];
  total: number;
  page: number;
  pages: number;
  /** What the filters offer: runs and years of the certificates the actor may see. */
  runs: { id: string; name: string }[];
  years: number[];
}

const pageSize = 25;

const stateWhere: Record<RegisterQuery["stav"], Prisma.CertificateWhereInput> = {
  all: {},
  valid: { revokedAt: null },
  revoked: { revokedAt: { not: null }, replacedBy: null },
  replaced: { replacedBy: { isNot: null } },
};

/**
 * Certificates of the filter within a permission, the newest first. Names are sealed, so they are searched
 * after opening those the actor may see; a whole verification code finds its certificate, a part of one nothing.
 */
export async function findCertificates(
  actor: Actor,
  permission: Permission,
  { hledat, stav, beh, rok }: RegisterFilter,
): Promise<CertificateRow[]> {
  const code = normaliseCode(hledat);
  const rows = await db().certificate.findMany({
    where: {
      AND: [
        whereCertificate(actor, permission),
        stateWhere[stav],
        beh ? { enrolment: { runId: beh } } : {},
        rok ? { year: Number(rok) } : {},
      ],
    },
    select: {
      id: true,
      number: true,
      code: true,
      contentSealed: true,
      templateVersion: true,
      issuedAt: true,
      revokedAt: true,
      replaces: { select: { id: true, number: true } },
      replacedBy: { select: { id: true, number: true } },
    },
    orderBy: [{ year: "desc" }, { sequence: "desc" }],
  });
  const wanted = foldText(hledat);
  return rows.flatMap(({ code: own, contentSealed, issuedAt, revokedAt, ...row }) => {
    const { name, runName } = parseContent(unseal(contentSealed, certificatePlace("contentSealed", row.id)));
    if (own !== code && !foldText(`${name} ${row.number}`).includes(wanted)) return [];
    const revokedOn = revokedAt && dayOf(revokedAt);
    const state = certificateState({ revokedOn, replacedBy: row.replacedBy?.number ?? null });
    return [{ ...row, name, runName, issuedOn: dayOf(issuedAt), revokedOn, state }];
  });
}

/** One page of the register, or all of it for printing. */
export async function readRegister(actor: Actor, query: RegisterQuery): Promise<RegisterPage> {
  const found = await findCertificates(actor, "certificate:read", query);
  const size = query.tisk ? Math.max(1, found.length) : pageSize;
  const pages = Math.max(1, Math.ceil(found.length / size));
  const page = query.tisk ? 1 : Math.min(query.strana, pages);
  return {
    rows: found.slice((page - 1) * size, page * size),
    total: found.length,
    page,
    pages,
    ...(await filterChoices(actor)),
  };
}

async function filterChoices(actor: Actor): Promise<Pick<RegisterPage, "runs" | "years">> {
  const visible = whereCertificate(actor, "certificate:read");
  const [runs, years] = await Promise.all([
    db().courseRun.findMany({
      where: { enrolments: { some: { certificates: { some: visible } } } },
      select: { id: true, name: true },
      orderBy: [{ startsOn: "desc" }, { name: "asc" }],
    }),
    db().certificate.groupBy({ by: ["year"], where: visible, orderBy: { year: "desc" } }),
  ]);
  return { runs, years: years.map(({ year }) => year) };
}

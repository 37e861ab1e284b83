import type { Actor } from "~/access/index.server";
import { namesOf } from "~/people/index.server";
import { audit } from "~/platform/audit/index.server";
import { db, inTransaction, lockRow, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import {
  firstTemplate,
  firstTemplateVersion,
  templateContent,
  type TemplateContent,
} from "../../document/template";
import { requireWholeProgramme } from "./template-scope.server";

export interface TemplateVersion {
  version: number;
  content: TemplateContent;
}

export interface TemplateHistoryRow {
  version: number;
  /** Instant, or null for the form the portal came with. */
  at: string | null;
  byName: string | null;
  reason: string | null;
  /** Certificates issued with it. */
  issued: number;
}

/** The form new certificates get. */
export async function currentTemplate(reader: Tx = db()): Promise<TemplateVersion> {
  const row = await reader.certificateTemplate.findFirst({ orderBy: { version: "desc" } });
  if (!row) return { version: firstTemplateVersion, content: firstTemplate };
  return { version: row.version, content: templateContent.parse(row.content) };
}

/** One version. @throws AppError notFound */
export async function templateOf(version: number): Promise<TemplateVersion> {
  if (version === firstTemplateVersion) return { version, content: firstTemplate };
  const row = await db().certificateTemplate.findUnique({ where: { version } });
  if (!row) throw new AppError("notFound");
  return { version, content: templateContent.parse(row.content) };
}

/** Every version, the newest first, with how many certificates each has. */
export async function templateHistory(): Promise<TemplateHistoryRow[]> {
  const rows = await db().certificateTemplate.findMany({ orderBy: { version: "desc" } });
  const counts = await db().certificate.groupBy({ by: ["templateVersion"], _count: { _all: true } });
  const issued = (version: number) =>
    counts.find(({ templateVersion }) => templateVersion === version)?._count._all ?? 0;
  const names = await namesOf(rows.map(({ createdById }) => createdById));
  const history: TemplateHistoryRow[] = rows.map(({ version, createdAt, createdById, reason }) => ({
    version,
    at: createdAt.toISOString(),
    byName: names.get(createdById) ?? null,
    reason,
    issued: issued(version),
  }));
  const first = { version: firstTemplateVersion, at: null, byName: null, reason: null };
  return [...history, { ...first, issued: issued(firstTemplateVersion) }];
}

/**
 * Saves another version of the form. Certificates issued before keep theirs. Sending the same form again
 * changes nothing more.
 * @param input.version the version the form was drawn from
 * @throws AppError forbidden for a coordinator of a region, stale when somebody saved another one meanwhile,
 *   invalid when nothing was changed
 */
export async function saveTemplate(
  actor: Actor,
  { version, content, reason }: { version: number; content: TemplateContent; reason: string },
  { now }: { now: Date },
): Promise<number> {
  requireWholeProgramme(actor);
  return inTransaction(async (tx) => {
    await lockRow(tx, "certificate-template");
    const current = await currentTemplate(tx);
    const same = JSON.stringify(current.content) === JSON.stringify(templateContent.parse(content));
    if (current.version === version + 1 && same) return current.version;
    if (current.version !== version) throw new AppError("stale");
    if (same) throw new AppError("invalid", { reason: "certification:refusal.sameTemplate" });
    const next = version + 1;
    await tx.certificateTemplate.create({
      data: { version: next, content, createdAt: now, createdById: actor.accountId, reason },
    });
    await audit(tx, {
      actor: actor.accountId,
      action: "certificate.template",
      subject: { kind: "certificate-template", id: String(next) },
      details: { version: next },
      at: now,
    });
    return next;
  });
}

import { translator } from "~/i18n/i18n.server";
import { formatDateTime, formatNumber } from "~/ui/formatting";
import type { Paper } from "../../document/draw-paper.server";
import type { ExamAdmission } from "../../rules/exam-admission";
import type { ProtocolCandidate, ProtocolContent } from "../../rules/exam/protocol-content";

/** Tables of the protocol, in its words. */

/** The protocol is always in Czech. */
export const protocolWords = () => translator("cs", "exam");
export type ProtocolWords = Awaited<ReturnType<typeof protocolWords>>;
export interface Signature {
  name: string;
  chair: boolean;
  at: string;
}

const moment = (at: string) => formatDateTime(at, "cs");
const number = (value: number) => formatNumber(value, "cs", 2);

export function commissionBlock({ commission }: ProtocolContent, t: ProtocolWords): Paper["blocks"][number] {
  return {
    heading: t("pdf.commission"),
    note: t("pdf.declared"),
    columns: columns(t, { name: 45, seat: 25, declaredAt: 30 }),
    rows: commission.map(({ name, chair, declaredAt }) => [
      name,
      t(chair ? "member.chair" : "member.member"),
      declaredAt ? moment(declaredAt) : "–",
    ]),
  };
}

export function examinedBlock({ candidates }: ProtocolContent, t: ProtocolWords): Paper["blocks"][number] {
  return {
    heading: t("pdf.examined"),
    note: t("pdf.admissionNote"),
    columns: columns(t, { name: 28, state: 14, admission: 30, identity: 28 }),
    rows: candidates.map((one) => [
      one.name,
      t(`candidateState.${one.state}`),
      admissionOf(one, t),
      identityOf(one, t),
    ]),
  };
}

/** Both bases under each other, the one in force first. */
function admissionOf({ admission }: ProtocolCandidate, t: ProtocolWords): string {
  if (!admission) return "–";
  const line = (sum: ExamAdmission, force: "inForce" | "other") =>
    t(`pdf.${force}.${sum.basis}`, {
      done: number(sum.done),
      total: number(sum.total),
      needed: number(sum.needed),
      share: number(Math.floor(sum.share * 1000 + 1e-9) / 10),
    });
  const { inForce, minutes, teachingHours } = admission;
  const [first, second] = inForce === "minutes" ? [minutes, teachingHours] : [teachingHours, minutes];
  return `${line(first, "inForce")}\n${line(second, "other")}`;
}

function identityOf({ identity }: ProtocolCandidate, t: ProtocolWords): string {
  if (!identity) return "–";
  const { document, at, by } = identity;
  return t("pdf.identity", { document: t(`document.${document}`), at: moment(at), name: by });
}

export function resultsBlock(
  present: readonly ProtocolCandidate[],
  t: ProtocolWords,
): Paper["blocks"][number] {
  return {
    heading: t("pdf.results"),
    note: t("pdf.votesNote"),
    columns: columns(t, { name: 30, part: 28, votes: 20, result: 22 }),
    rows: present.flatMap(({ name, parts, examPassed }) => [
      ...parts.map(({ part, attempt, votes, passed }) => [
        name,
        t(attempt === 2 ? "pdf.secondAttempt" : "pdf.firstAttempt", { part: t(`part.${part}`) }),
        t("pdf.votes", { passed: votes.passed, failed: votes.failed }),
        t(passed ? "outcome.passed" : "outcome.failed"),
      ]),
      [name, t("pdf.whole"), "", t(examPassed ? "pdf.wholePassed" : "pdf.wholeOpen")],
    ]),
  };
}

export function reopeningsBlock({ reopenings }: ProtocolContent, t: ProtocolWords): Paper["blocks"][number] {
  return {
    heading: t("pdf.reopenings"),
    columns: columns(t, { at: 25, name: 30, reason: 45 }),
    rows: reopenings.map(({ at, by, reason }) => [moment(at), by, reason]),
  };
}

export function signaturesBlock(signatures: readonly Signature[], t: ProtocolWords): Paper["blocks"][number] {
  return {
    heading: t("pdf.signatures"),
    note: t("pdf.signaturesNote"),
    columns: columns(t, { name: 45, seat: 25, signedAt: 30 }),
    rows: signatures.map(({ name, chair, at }) => [
      name,
      t(chair ? "member.chair" : "member.member"),
      moment(at),
    ]),
  };
}

type ColumnName =
  | "name"
  | "seat"
  | "declaredAt"
  | "state"
  | "admission"
  | "identity"
  | "part"
  | "votes"
  | "result"
  | "at"
  | "reason"
  | "signedAt";

function columns(t: ProtocolWords, shares: Partial<Record<ColumnName, number>>) {
  return (Object.keys(shares) as ColumnName[]).map((name) => ({
    label: t(`pdf.column.${name}`),
    share: shares[name]!,
  }));
}

import { translator } from "~/i18n/i18n.server";
import { formatTime } from "~/platform/days";
import { formatDateTime, formatDay, formatNumber } from "~/ui/formatting";
import type { Paper } from "../../document/draw-paper.server";
import { lawCheckedOn } from "../../rules/exam/codes";
import type { ExamAdmission } from "../../rules/exam-admission";
import type { ProtocolCandidate, ProtocolContent } from "../../rules/exam/protocol-content";

/** The protocol as it is printed: the frozen content, its hash, and who signed it when. */
export interface SignedProtocol {
  content: ProtocolContent;
  sha256: string;
  signatures: { name: string; chair: boolean; at: string }[];
}

type Words = Awaited<ReturnType<typeof wordsOf>>;

const wordsOf = () => translator("cs", "exam");
const moment = (at: string) => formatDateTime(at, "cs");
const number = (value: number) => formatNumber(value, "cs", 2);

/** Puts a protocol into the words of its paper; it is always in Czech. */
export async function protocolPaper({ content, sha256, signatures }: SignedProtocol): Promise<Paper> {
  const t = await wordsOf();
  const { run, reopenings, provider } = content;
  const present = content.candidates.filter(({ state }) => state === "present");
  return {
    title: t("pdf.title"),
    day: content.day,
    lines: [
      ...(provider ? [provider] : []),
      t("pdf.run", { run: run.name, town: run.town }),
      ...(run.accreditationNumber ? [t("pdf.accreditation", { number: run.accreditationNumber })] : []),
      t("pdf.when", {
        kind: t(`kind.${content.kind}`),
        day: formatDay(content.day, "cs"),
        time: formatTime(content.startMinute),
        place: content.place,
      }),
      t("pdf.parts", { parts: content.parts.map((part) => t(`part.${part}`)).join(", ") }),
    ],
    page: (page, pages) => t("pdf.page", { page, pages }),
    blocks: [
      commissionBlock(content, t),
      examinedBlock(content, t),
      ...(present.length > 0 ? [resultsBlock(present, t)] : []),
      ...(reopenings.length > 0 ? [reopeningsBlock(content, t)] : []),
      signaturesBlock(signatures, t),
    ],
    closing: [
      t("pdf.closed", { at: moment(content.closedAt), name: content.closedBy }),
      t("pdf.hash", { hash: sha256 }),
      t("pdf.unconfirmed", { day: formatDay(lawCheckedOn, "cs") }),
    ],
  };
}

function commissionBlock({ commission }: ProtocolContent, t: Words): Paper["blocks"][number] {
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

function examinedBlock({ candidates }: ProtocolContent, t: Words): Paper["blocks"][number] {
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
function admissionOf({ admission }: ProtocolCandidate, t: Words): string {
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

function identityOf({ identity }: ProtocolCandidate, t: Words): string {
  if (!identity) return "–";
  const { document, at, by } = identity;
  return t("pdf.identity", { document: t(`document.${document}`), at: moment(at), name: by });
}

function resultsBlock(present: readonly ProtocolCandidate[], t: Words): Paper["blocks"][number] {
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

function reopeningsBlock({ reopenings }: ProtocolContent, t: Words): Paper["blocks"][number] {
  return {
    heading: t("pdf.reopenings"),
    columns: columns(t, { at: 25, name: 30, reason: 45 }),
    rows: reopenings.map(({ at, by, reason }) => [moment(at), by, reason]),
  };
}

function signaturesBlock(signatures: SignedProtocol["signatures"], t: Words): Paper["blocks"][number] {
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

function columns(t: Words, shares: Partial<Record<ColumnName, number>>) {
  return (Object.keys(shares) as ColumnName[]).map((name) => ({
    label: t(`pdf.column.${name}`),
    share: shares[name]!,
  }));
}

/** File name of a protocol: the day and nothing personal. */
export function protocolFileName(day: string): string {
  return `protokol-zkouska-${day}.pdf`;
}

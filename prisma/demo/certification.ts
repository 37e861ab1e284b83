import { createHash } from "node:crypto";
import { parseContent, type CertificateContent } from "~/certification/document/content";
import { drawCertificate } from "~/certification/document/draw-certificate.server";
import { firstTemplate, printedForm, type TemplateContent } from "~/certification/document/template";
import { certificatePlace } from "~/certification/places";
import { codeBytes, codeFrom } from "~/certification/rules/certificate-code";
import { statusListLength } from "~/certification/rules/certificate/status-list";
import { graduationRuleVersion } from "~/certification/rules/graduation";
import { certificateNumber, mentorCodePrefix } from "~/certification/rules/numbering";
import { coursePlan } from "~/course/operations/course-plan.server";
import { birthOf } from "~/course/operations/enrolments.server";
import certification from "~/i18n/cs/certification";
import { config } from "~/platform/config.server";
import { seal, sealBytes } from "~/platform/crypto/index.server";
import { addDays, dateToDay, dayOf, daysBetween, dayToDate } from "~/platform/days";
import { db, inTransaction, type Prisma } from "~/platform/db/index.server";
import type { DemoCourse } from "./course";
import { seededRandom, seededUuid } from "./random";
import { demoRegion, type DemoMember, type DemoWorld } from "./world";

/** A mentor of the demo, for the parts that come after; the first is mentor@demo.test. */
export interface DemoMentor {
  id: string;
  code: string;
  accountId: string;
  certifiedOn: string;
  /** Day of the end, or null for one who works. */
  endedOn: string | null;
}

interface Rows {
  certificates: Prisma.CertificateCreateManyInput[];
  mentors: Prisma.MentorCreateManyInput[];
  sessions: Prisma.SupervisionSessionCreateManyInput[];
  attendances: Prisma.SupervisionAttendanceCreateManyInput[];
}

/** Graduates of the closed run, and the one of them who lost the certificate. */
const graduates = 12;
const revoked = 8;
/** The graduate whose code got lost: another certificate was issued instead of the first. */
const reissued = 4;
/** Days ago of the second version of the certificate's form, of the revocation and of the new certificate. */
const daysAgo = { template: 10, revoked: 20, reissued: 12 };
/** Days since the last supervision of a mentor, by place in the list: the first has a deadline near, then one is lapsing and one has lapsed. */
const daysSinceSupervision: Record<number, number> = { 0: 50, 9: 75, 10: 140 };

/** Makes certificates with their files, mentors and their supervision. */
export async function fillCertification(world: DemoWorld, course: DemoCourse): Promise<DemoMentor[]> {
  const rows: Rows = { certificates: [], mentors: [], sessions: [], attendances: [] };
  const mentors = await addGraduates(world, rows, course.closedRun);
  mentors.push(...addOldMentors(world, rows));
  addSupervision(world, rows, mentors);
  await inTransaction(async (tx) => {
    await tx.certificate.createMany({ data: rows.certificates });
    await tx.certificateTemplate.create({ data: secondTemplate(world) });
    await tx.mentor.createMany({ data: rows.mentors });
    await tx.supervisionSession.createMany({ data: rows.sessions });
    await tx.supervisionAttendance.createMany({ data: rows.attendances });
    await endRoleOfRevoked(tx, world, mentors);
  });
  return mentors;
}

async function addGraduates(world: DemoWorld, rows: Rows, runId: string): Promise<DemoMentor[]> {
  const run = await db().courseRun.findUniqueOrThrow({
    where: { id: runId },
    include: { enrolments: { where: { state: "graduated" }, select: { id: true, accountId: true } } },
  });
  const sums = await db().ledgerEntry.groupBy({
    by: ["enrolmentId", "unit"],
    where: { enrolment: { runId } },
    _sum: { minutes: true },
  });
  const endsOn = dateToDay(run.endsOn);
  const examOn = addDays(endsOn, -6);
  const issuedOn = addDays(endsOn, -1);
  const minutesOf = (enrolmentId: string, unit: "theory" | "practice") =>
    sums.find((sum) => sum.enrolmentId === enrolmentId && sum.unit === unit)?._sum.minutes ?? 0;
  const mentors: DemoMentor[] = [];
  let lost: LostCertificate | undefined;
  for (const [index, member] of world.members.mentor.slice(0, graduates).entries()) {
    const enrolment = run.enrolments.find(({ accountId }) => accountId === member.accountId);
    if (!enrolment) continue;
    const year = Number(issuedOn.slice(0, 4));
    const content: CertificateContent = {
      templateVersion: 1,
      print: printedForm(firstTemplate),
      provider: { name: certification.pdf.defaultProvider, seat: certification.pdf.defaultSeat },
      accreditationNumber: run.accreditationNumber,
      number: certificateNumber(year, mentors.length + 1),
      code: codeFrom(Uint8Array.from({ length: codeBytes }, () => world.between(0, 255))),
      name: member.name,
      ...(await birthOf(db(), enrolment.id)),
      programme: certification.pdf.programme,
      runName: run.name,
      town: run.town,
      startsOn: dateToDay(run.startsOn),
      endsOn: issuedOn,
      theory: { minutes: minutesOf(enrolment.id, "theory"), hour: 45 },
      practice: { minutes: minutesOf(enrolment.id, "practice"), hour: 60 },
      topics: coursePlan().map(({ title, hours }) => ({ title, hours })),
      examOn,
      issuedOn,
    };
    const revokedOn = index === revoked ? addDays(dayOf(world.now), -daysAgo.revoked) : null;
    const id = world.uuid();
    const end = revokedOn === null ? null : { on: revokedOn, reason: revokeReason };
    await addCertificate(world, rows, enrolment.id, content, { id, end });
    if (index === reissued) lost = { id, enrolmentId: enrolment.id, content };
    mentors.push(addMentor(world, rows, member, issuedOn, revokedOn));
  }
  if (lost) await addReissue(world, rows, lost);
  return mentors;
}

const revokeReason = "Opakovaně porušil/a slib mlčenlivosti: vyprávěl/a o klientech známým.";

interface LostCertificate {
  id: string;
  enrolmentId: string;
  content: CertificateContent;
}

/** Another certificate instead of one whose code got lost; who is a mentor stays one. */
async function addReissue(
  world: DemoWorld,
  rows: Rows,
  { id: replacesId, enrolmentId, content }: LostCertificate,
): Promise<void> {
  const issuedOn = addDays(dayOf(world.now), -daysAgo.reissued);
  const year = Number(issuedOn.slice(0, 4));
  const sequence = rows.certificates.filter((row) => row.year === year).length + 1;
  // A sequence of chance of its own, so that the rest of the demo stays as it was.
  const random = seededRandom(20_261_122);
  const number = certificateNumber(year, sequence);
  const fresh: CertificateContent = {
    ...content,
    number,
    code: codeFrom(Uint8Array.from({ length: codeBytes }, () => Math.floor(random() * 256))),
    issuedOn,
    replaces: { number: content.number, issuedOn: content.issuedOn },
  };
  await addCertificate(world, rows, enrolmentId, fresh, { id: seededUuid(random), replacesId, end: null });
  const old = rows.certificates.find(({ id }) => id === replacesId);
  const reason = certification.reissue.replaced.lostCode.replace("{{number}}", number);
  if (old) Object.assign(old, endOf(world, replacesId, { on: issuedOn, reason }));
}

async function addCertificate(
  world: DemoWorld,
  rows: Rows,
  enrolmentId: string,
  content: CertificateContent,
  { id, replacesId, end }: { id: string; replacesId?: string; end: { on: string; reason: string } | null },
): Promise<void> {
  const [year = 0, sequence = 0] = content.number.split("/").map(Number);
  const pdf = await drawCertificate(content, config().publicUrl);
  const stored = JSON.stringify(content);
  parseContent(stored);
  rows.certificates.push({
    id,
    enrolmentId,
    number: content.number,
    year,
    sequence,
    code: content.code,
    contentSealed: seal(stored, certificatePlace("contentSealed", id)),
    templateVersion: content.templateVersion,
    ruleVersion: graduationRuleVersion,
    pdfSealed: sealBytes(pdf, certificatePlace("pdfSealed", id)),
    pdfSha256: createHash("sha256").update(pdf).digest("hex"),
    issuedAt: noon(content.issuedOn),
    issuedById: world.accounts.trainer,
    replacesId: replacesId ?? null,
    statusIndex: statusPlace(id),
    ...(end ? endOf(world, id, end) : {}),
  });
}

/** When and why a certificate ended. */
function endOf(world: DemoWorld, id: string, { on, reason }: { on: string; reason: string }) {
  return {
    revokedAt: noon(on),
    revokedById: world.accounts.coordinator,
    revokeReasonSealed: seal(reason, certificatePlace("revokeReasonSealed", id)),
    version: 2,
  };
}

/** A place in the status list of badges that follows from the id alone. */
function statusPlace(id: string): number {
  return createHash("sha256").update(id).digest().readUInt32BE() % statusListLength;
}

/** The second version of the certificate's form, for those who will be certified next. */
function secondTemplate(world: DemoWorld): Prisma.CertificateTemplateCreateInput {
  const content: TemplateContent = {
    ...firstTemplate,
    signatures: ["statutární zástupce poskytovatele", "předsedkyně zkušební komise"],
    note: "Pravost osvědčení si každý ověří podle kódu.",
  };
  return {
    version: 2,
    content,
    createdAt: noon(addDays(dayOf(world.now), -daysAgo.template)),
    createdById: world.accounts.coordinator,
    reason: "Podpisy podle funkcí, jak je chce zkušební komise.",
  };
}

function addMentor(
  world: DemoWorld,
  rows: Rows,
  { accountId }: DemoMember,
  certifiedOn: string,
  endedOn: string | null,
): DemoMentor {
  const id = world.uuid();
  const code = `${mentorCodePrefix(demoRegion)}${String(rows.mentors.length + 1).padStart(4, "0")}`;
  rows.mentors.push({
    id,
    code,
    accountId,
    regionCode: demoRegion,
    certifiedOn: dayToDate(certifiedOn),
    endedOn: endedOn && dayToDate(endedOn),
    createdAt: noon(certifiedOn),
    version: endedOn ? 2 : 1,
  });
  return { id, code, accountId, certifiedOn, endedOn };
}

/** Mentors certified on paper years before the portal. */
function addOldMentors(world: DemoWorld, rows: Rows): DemoMentor[] {
  const certifiedOn = addDays(dayOf(world.now), -1200);
  return world.members.mentor
    .slice(graduates)
    .map((member) => addMentor(world, rows, member, certifiedOn, null));
}

/** Supervision of mentors in groups every fifty days since they began; the last one of some was long ago. */
function addSupervision(world: DemoWorld, rows: Rows, mentors: DemoMentor[]): void {
  const today = dayOf(world.now);
  const groups = new Map<number, DemoMentor[]>();
  mentors.forEach((mentor, index) => {
    if (mentor.endedOn) return;
    const last = daysSinceSupervision[index] ?? (index % 2 === 0 ? 18 : 33);
    const since = daysBetween(mentor.certifiedOn, today);
    for (let ago = last; ago < since; ago += 50) groups.set(ago, [...(groups.get(ago) ?? []), mentor]);
  });
  for (const [ago, present] of groups) {
    const id = world.uuid();
    const day = addDays(today, -ago);
    const supervisorId = world.members.supervisor[ago % 2]?.accountId ?? world.accounts.supervisor;
    rows.sessions.push({
      id,
      supervisorId,
      day: dayToDate(day),
      startMinute: 15 * 60,
      minutes: 90,
      town: world.pick(["Děčín", "Most", "Ústí nad Labem"]),
      form: present.length > 1 ? "group" : "individual",
      createdAt: noon(day),
      createdById: supervisorId,
    });
    for (const { id: mentorId } of present) {
      rows.attendances.push({
        id: world.uuid(),
        sessionId: id,
        mentorId,
        minutes: 90,
        recordedAt: noon(day),
      });
    }
  }
}

async function endRoleOfRevoked(
  tx: Prisma.TransactionClient,
  world: DemoWorld,
  mentors: DemoMentor[],
): Promise<void> {
  for (const { accountId, endedOn } of mentors) {
    if (!endedOn) continue;
    await tx.roleAssignment.updateMany({
      where: { accountId, role: "mentor", endedAt: null },
      data: { endedAt: noon(endedOn), endedById: world.accounts.coordinator },
    });
  }
}

function noon(day: string): Date {
  return new Date(dayToDate(day).getTime() + 11 * 3_600_000);
}

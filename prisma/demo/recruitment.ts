import { applicationPlace } from "~/course/operations/application-row.server";
import { moveReasonPlace } from "~/course/operations/recruitment/move-waiting.server";
import { programmeDefaults } from "~/course/rules/run-settings";
import { sealedPerson } from "~/people/account.server";
import { seal, sealNullable } from "~/platform/crypto/index.server";
import { addDays, addMonths, dayOf, dayToDate } from "~/platform/days";
import { db, inTransaction, type ApplicationState, type Prisma } from "~/platform/db/index.server";
import type { DemoCourse } from "./course";
import { demoRegion, type DemoWorld } from "./world";

/** Rows are gathered first and written in a few statements. */
interface Rows {
  accounts: Prisma.AccountCreateManyInput[];
  roles: Prisma.RoleAssignmentCreateManyInput[];
  applications: Prisma.ApplicationCreateManyInput[];
  conditions: Prisma.EntryConditionCreateManyInput[];
  offers: Prisma.PlaceOfferCreateManyInput[];
  moves: Prisma.WaitingMoveCreateManyInput[];
}

interface ApplicationWish {
  state: ApplicationState;
  /** Days before the demo's moment. */
  daysAgo: number;
  town: string;
  motivation: string;
  position?: number;
  interview?: string;
  reason?: string;
  conditions?: boolean;
}

/** The waiting list of the recruiting run, applicant@demo.test with an open offer, then everybody else. */
const wishes: ApplicationWish[] = [
  {
    state: "waiting",
    daysAgo: 21,
    town: "Most",
    motivation: "V naší ulici za mnou lidé chodí s dopisy z úřadu. Chci jim umět poradit pořádně.",
    position: 2,
    interview:
      "Pomáhá sousedům s úřady už roky, mluví klidně a jasně. Soboty má volné. Domluveno: při uvolnění místa nastoupí hned.",
    conditions: true,
  },
  {
    state: "waiting",
    daysAgo: 25,
    town: "Litvínov",
    motivation: "Prošla jsem si dluhy a dostala se z nich. Vím, co lidem pomohlo a co ne.",
    position: 1,
    interview: "Silný vlastní příběh, umí o něm mluvit bez patosu. Dojíždění z Litvínova zvládne.",
    conditions: true,
  },
  {
    state: "waiting",
    daysAgo: 12,
    town: "Chomutov",
    motivation: "Děti už jsou velké a já mám čas. Baví mě naslouchat a umím mluvit s úřady.",
    position: 3,
    interview: "Přišla připravená, ptala se na supervize. V Chomutově zatím žádného mentora nemáme.",
    conditions: true,
  },
  {
    state: "waiting",
    daysAgo: 16,
    town: "Most",
    motivation:
      "Bratr si prošel podmínkou a nikdo mu nevysvětlil, co má dělat. Chci, aby to další měli lehčí.",
    position: 4,
    conditions: true,
  },
  {
    state: "submitted",
    daysAgo: 9,
    town: "Bílina",
    motivation: "Mám za sebou pár let terénní práce a vím, že důvěra je polovina úspěchu.",
    interview: "Zkušený terénní pracovník. Čeká, jestli mu zaměstnavatel uvolní pátky, ozve se do týdne.",
    conditions: true,
  },
  {
    state: "rejected",
    daysAgo: 30,
    town: "Teplice",
    motivation: "Chtěla bych pracovat s mladými, kteří dostali obecně prospěšné práce.",
    interview: "Milá a pevná, ale o sobotách pracuje a směny měnit nemůže.",
    reason: "Kurz má pevné sobotní termíny a vy o sobotách pracujete. Přihlaste se prosím do dalšího běhu.",
  },
  {
    state: "submitted",
    daysAgo: 2,
    town: "Most",
    motivation: "Známí mi řekli, že tenhle kurz pomáhá a že bych na to měl povahu.",
  },
  {
    state: "submitted",
    daysAgo: 4,
    town: "Litvínov",
    motivation: "Vedu v Litvínově fotbalový kroužek a rodiče se mě ptají na věci od soudu.",
  },
  {
    state: "withdrawn",
    daysAgo: 27,
    town: "Most",
    motivation: "Zajímá mě práce s lidmi po výkonu trestu.",
  },
];

/** The recruitment of the run that takes people in, a run in preparation, and what older runs were made of. */
export async function fillRecruitment(world: DemoWorld, course: DemoCourse): Promise<void> {
  const rows: Rows = { accounts: [], roles: [], applications: [], conditions: [], offers: [], moves: [] };
  const like = await db().account.findUniqueOrThrow({ where: { id: world.accounts.applicant } });
  const ids = wishes.map((wish, index) => {
    const accountId =
      world.members.applicant[index]?.accountId ?? addApplicant(world, rows, index, like.passwordHash);
    return addApplication(world, rows, { ...wish, accountId, runId: course.recruitingRun });
  });
  addOffers(world, rows, course.recruitingRun, ids);
  addMove(world, rows, course.recruitingRun, ids[2]!);
  await inTransaction(async (tx) => {
    await tx.account.createMany({ data: rows.accounts });
    await tx.roleAssignment.createMany({ data: rows.roles });
    await tx.application.createMany({ data: rows.applications });
    await tx.entryCondition.createMany({ data: rows.conditions });
    await tx.placeOffer.createMany({ data: rows.offers });
    await tx.waitingMove.createMany({ data: rows.moves });
    const { recruitingRun: id } = course;
    const validUntil = dayToDate(addDays(dayOf(world.now), 700));
    const accreditation = { accreditationNumber: "DEMO-2025/118", accreditationValidUntil: validUntil };
    await tx.courseRun.update({
      where: { id },
      data: { otherTowns: ["Litvínov", "Chomutov"], ...accreditation },
    });
    for (const runId of [course.runningRun, course.closedRun]) {
      const { startsOn } = await tx.courseRun.findUniqueOrThrow({ where: { id: runId } });
      const startedAt = new Date(startsOn.getTime() + 8 * 3_600_000);
      await tx.courseRun.update({ where: { id: runId }, data: { startedAt, ...accreditation } });
    }
    await planRun(world, tx, course);
  });
}

function addApplicant(world: DemoWorld, rows: Rows, index: number, passwordHash: string | null): string {
  const accountId = world.uuid();
  const since = daysBack(world, 35);
  const { name } = world.person();
  const person = sealedPerson(accountId, { name, email: `uchazec.${index + 1}@demo.test` });
  const times = { createdAt: since, emailConfirmedAt: since, passwordChangedAt: since };
  rows.accounts.push({ id: accountId, ...person, passwordHash, ...times });
  rows.roles.push({ id: world.uuid(), accountId, role: "applicant", grantedAt: since });
  return accountId;
}

function addApplication(
  world: DemoWorld,
  rows: Rows,
  wish: ApplicationWish & { accountId: string; runId: string },
): string {
  const id = world.uuid();
  const submittedAt = daysBack(world, wish.daysAgo);
  const decidedAt = daysBack(world, Math.max(1, wish.daysAgo - 8));
  const interviewed = wish.interview !== undefined;
  const decided = wish.state !== "submitted";
  const birthDate = `${world.between(1968, 2003)}-0${world.between(1, 9)}-${world.between(10, 28)}`;
  const phone = `777 ${world.between(100, 999)} ${world.between(100, 999)}`;
  rows.applications.push({
    id,
    accountId: wish.accountId,
    state: wish.state,
    birthDateSealed: seal(birthDate, applicationPlace("birthDateSealed", id)),
    birthPlaceSealed: seal(wish.town, applicationPlace("birthPlaceSealed", id)),
    town: wish.town,
    regionCode: demoRegion,
    phoneSealed: seal(phone, applicationPlace("phoneSealed", id)),
    motivationSealed: seal(wish.motivation, applicationPlace("motivationSealed", id)),
    consentAt: submittedAt,
    submittedAt,
    runId: wish.state === "waiting" ? wish.runId : null,
    waitingPosition: wish.position ?? null,
    interviewedOn: interviewed ? dayToDate(dayOf(decidedAt)) : null,
    interviewedById: interviewed ? world.accounts.coordinator : null,
    interviewNotesSealed: sealNullable(wish.interview, applicationPlace("interviewNotesSealed", id)),
    decidedAt: decided ? decidedAt : null,
    decidedById: decided && wish.state !== "withdrawn" ? world.accounts.coordinator : null,
    decisionReasonSealed: sealNullable(wish.reason, applicationPlace("decisionReasonSealed", id)),
    version: decided || interviewed ? 2 : 1,
  });
  if (wish.conditions) addConditions(world, rows, id, decidedAt);
  return id;
}

function addConditions(world: DemoWorld, rows: Rows, applicationId: string, attestedAt: Date): void {
  const deleteOn = dayToDate(addMonths(dayOf(attestedAt), programmeDefaults.conditionsKeptMonths));
  for (const kind of ["age", "criminal_record", "roma_minority"] as const) {
    const attestedById = world.accounts.coordinator;
    rows.conditions.push({
      id: world.uuid(),
      applicationId,
      kind,
      met: true,
      attestedAt,
      attestedById,
      deleteOn,
    });
  }
}

/** The first on the list let an offer lapse, so the place passed on to applicant@demo.test. */
function addOffers(world: DemoWorld, rows: Rows, runId: string, [open, lapsed]: string[]): void {
  const { offerDays } = programmeDefaults;
  const freedAt = daysBack(world, offerDays + 1);
  const passedOnAt = daysBack(world, 1);
  rows.offers.push(
    {
      id: world.uuid(),
      runId,
      applicationId: lapsed!,
      state: "expired",
      offeredAt: freedAt,
      answerBy: passedOnAt,
      answeredAt: passedOnAt,
    },
    {
      id: world.uuid(),
      runId,
      applicationId: open!,
      offeredAt: passedOnAt,
      answerBy: daysBack(world, 1 - offerDays),
    },
  );
}

function addMove(world: DemoWorld, rows: Rows, runId: string, applicationId: string): void {
  const id = world.uuid();
  rows.moves.push({
    id,
    runId,
    applicationId,
    fromPlace: 4,
    toPlace: 3,
    reasonSealed: seal(
      "V Chomutově zatím nemáme žádného mentora, středisko o něj žádá.",
      moveReasonPlace(id),
    ),
    movedAt: daysBack(world, 3),
    movedById: world.accounts.coordinator,
  });
}

/** A run in preparation, copied from the one under way: its settings can still be changed. */
async function planRun(
  world: DemoWorld,
  tx: Parameters<Parameters<typeof inTransaction>[0]>[0],
  { runningRun }: DemoCourse,
): Promise<void> {
  const id = world.uuid();
  const today = dayOf(world.now);
  const { places, goal } = programmeDefaults;
  await tx.courseRun.create({
    data: {
      id,
      name: "Rumburk – podzimní běh",
      town: "Rumburk",
      otherTowns: ["Šluknov", "Varnsdorf"],
      regionCode: demoRegion,
      organisationId: world.organisations.rubikon,
      startsOn: dayToDate(addDays(today, 210)),
      endsOn: dayToDate(addDays(today, 360)),
      places,
      graduateGoal: goal,
      copiedFromId: runningRun,
      settings: { ...programmeDefaults },
      createdAt: daysBack(world, 5),
      createdById: world.accounts.coordinator,
      trainers: { create: [{ accountId: world.members.trainer[0]!.accountId }] },
    },
  });
}

/** The demo's moment moved back by whole days; forwards when negative. */
function daysBack({ now }: DemoWorld, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}

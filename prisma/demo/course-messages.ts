import { messagePlace } from "~/course/operations/overview/message-rows.server";
import { seal } from "~/platform/crypto/index.server";
import { db, inTransaction, type Prisma } from "~/platform/db/index.server";
import type { DemoCourse } from "./course";
import type { DemoWorld } from "./world";

interface MessageWish {
  daysAgo: number;
  /** Place of the only recipient among the trainees; everybody when left out. */
  to?: number;
  from: "trainer" | "coordinator";
  subject: string;
  text: string;
  /** How many of the people it is for have opened it. */
  readBy: number;
}

/** Written to the run under way; the first trainee has two of them still to read. */
const wishes: MessageWish[] = [
  {
    daysAgo: 40,
    from: "coordinator",
    subject: "Vítejte v kurzu",
    text: "Dobrý den,\n\nvítejte v běhu. Na všechno kolem kurzu se můžete ptát mě nebo lektorů. Termíny společné výuky najdete v portálu.",
    readBy: 14,
  },
  {
    daysAgo: 16,
    from: "trainer",
    subject: "Změna místa výuky",
    text: "Příště se sejdeme ve větší učebně o patro výš. Čas zůstává stejný. Kdo nemůže, ať se prosím omluví předem.",
    readBy: 12,
  },
  {
    daysAgo: 9,
    from: "trainer",
    to: 12,
    subject: "Jak se vám daří?",
    text: "Dlouho jsme se v kurzu neviděli. Ozvěte se mi prosím, domluvíme se, jak hodiny dohnat.",
    readBy: 0,
  },
  {
    daysAgo: 3,
    from: "trainer",
    to: 0,
    subject: "Vaše poslední zápisy praxe",
    text: "Vaše zápisy mám přečtené. U jednoho prosím doplňte, co jste dělali vy sami. Jinak je to dobrá práce.",
    readBy: 0,
  },
  {
    daysAgo: 1,
    from: "coordinator",
    subject: "Termín závěrečné zkoušky",
    text: "Zkoušku plánujeme na konec běhu. Přesný den napíšu, jakmile bude jistá komise. Do té doby je potřeba mít hotovou teorii i praxi.",
    readBy: 5,
  },
];

const dayMs = 86_400_000;

/** Makes messages to the run under way, some of them read. */
export async function fillMessages(world: DemoWorld, course: DemoCourse): Promise<void> {
  const enrolments = await db().enrolment.findMany({
    where: { runId: course.runningRun },
    select: { id: true, accountId: true },
  });
  const enrolmentOf = new Map(enrolments.map(({ id, accountId }) => [accountId, id]));
  const trainees = world.members.trainee.filter(({ accountId }) => enrolmentOf.has(accountId));
  const messages: Prisma.RunMessageCreateManyInput[] = [];
  const reads: Prisma.RunMessageReadCreateManyInput[] = [];
  for (const { daysAgo, to, from, subject, text, readBy } of wishes) {
    const id = world.uuid();
    const sentAt = new Date(world.now.getTime() - daysAgo * dayMs);
    const one = to === undefined ? undefined : trainees[to];
    messages.push({
      id,
      runId: course.runningRun,
      enrolmentId: one ? enrolmentOf.get(one.accountId)! : null,
      senderId: world.accounts[from],
      subjectSealed: seal(subject, messagePlace("subjectSealed", id)),
      textSealed: seal(text, messagePlace("textSealed", id)),
      sentAt,
    });
    // The first trainee reads what is older than a week.
    const readers = one ? [one] : daysAgo < 7 ? trainees.slice(1) : trainees;
    const readAt = new Date(sentAt.getTime() + dayMs / 4);
    for (const { accountId } of readers.slice(0, readBy)) reads.push({ messageId: id, accountId, readAt });
  }
  await inTransaction(async (tx) => {
    await tx.runMessage.createMany({ data: messages });
    await tx.runMessageRead.createMany({ data: reads });
  });
}

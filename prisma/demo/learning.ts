import { createHash } from "node:crypto";
import { catalogue } from "~/course/catalogue/catalogue.server";
import type { Lesson } from "~/course/catalogue/types";
import { lessonSourceKey } from "~/course/rules/ledger";
import { seal } from "~/platform/crypto/index.server";
import { db, inTransaction, type Prisma } from "~/platform/db/index.server";
import type { DemoWorld } from "./world";

const sentences = [
  "Nejdřív bych se zeptala, jak se má rodina, a teprve potom na dopis.",
  "Na tabuli bych to nakreslil jako cestu: dopis, středisko, práce, hotovo.",
  "U nás v domě by to takhle fungovalo, jen bych počkala, až bude klidněji.",
  "Zapsat si datum a kdo to slíbil. Jinak si za měsíc nikdo nevzpomene.",
  "To číslo bych sama neřekla, dokud bych nevěděla, kolik lidí za ním je.",
];

/** The lesson trainee@demo.test has an hour for in an older version than the course has now. */
function changedLesson(): Lesson | undefined {
  return [...catalogue().lessons.values()][0];
}

function olderHash({ contentHash }: Lesson): string {
  return createHash("sha256").update(`older ${contentHash}`).digest("hex");
}

/** Gives the first trainee's first hour to an older version of its lesson, before the rows are written. */
export function creditOlderVersion(
  world: DemoWorld,
  rows: {
    enrolments: Prisma.EnrolmentCreateManyInput[];
    ledger: Prisma.LedgerEntryCreateManyInput[];
  },
): void {
  const lesson = changedLesson();
  const own = rows.enrolments.find(({ accountId }) => accountId === world.accounts.trainee);
  if (!lesson || !own) return;
  const sourceKey = lessonSourceKey(lesson.id);
  const entry = rows.ledger.find((row) => row.enrolmentId === own.id && row.sourceKey === sourceKey);
  if (entry) entry.contentHash = olderHash(lesson);
}

/** Worksheets of trainee@demo.test, an older lesson to compare, and how long everybody read. */
export async function fillLearning(world: DemoWorld): Promise<void> {
  const own = await db().enrolment.findFirst({
    where: { accountId: world.accounts.trainee, state: "active" },
    select: { id: true },
  });
  const lesson = changedLesson();
  if (!own || !lesson) return;
  const progress = await db().lessonProgress.findMany({
    where: { enrolmentId: own.id },
    select: { lessonId: true, lastOpenedAt: true },
  });
  const answers = progress.flatMap(({ lessonId, lastOpenedAt }): Prisma.WorksheetAnswerCreateManyInput[] =>
    (catalogue().lessons.get(lessonId)?.text.worksheets ?? []).map(({ id: worksheetId }) => {
      const id = world.uuid();
      const place = { table: "worksheet_answers", column: "textSealed", row: id };
      const textSealed = seal(world.pick(sentences), place);
      return { enrolmentId: own.id, lessonId, worksheetId, id, textSealed, savedAt: lastOpenedAt };
    }),
  );
  await inTransaction(async (tx) => {
    await tx.worksheetAnswer.createMany({ data: answers });
    await tx.lessonVersion.create({ data: olderVersion(lesson, world.now) });
    // People read for different times, and their own guess is another number again.
    await tx.$executeRaw`
      UPDATE "lesson_progress"
      SET "measuredSeconds" = 900 + abs(hashtext("enrolmentId"::text || "lessonId")) % 2400,
          "measuredUntil" = "lastOpenedAt",
          "declaredMinutes" = CASE WHEN "declaredAt" IS NULL THEN NULL
            ELSE 25 + 5 * (abs(hashtext("lessonId" || "enrolmentId"::text)) % 9) END`;
  });
}

/** A text with a paragraph less, one more and one in other words. */
function olderVersion(lesson: Lesson, now: Date): Prisma.LessonVersionCreateInput {
  const { id: lessonId, title, text } = lesson;
  const long = text.paragraphs.findIndex(({ text: words }) => words.length > 120);
  const paragraphs = text.paragraphs.flatMap((paragraph, index) => {
    if (index === long) return { ...paragraph, text: paragraph.text.split(" ").slice(0, -6).join(" ") };
    if (index === long + 2) return [];
    return index === long + 4
      ? [paragraph, { heading: paragraph.heading, text: "Podrobnosti vám řekne lektor na společné výuce." }]
      : paragraph;
  });
  const firstSeenAt = new Date(now.getTime() - 80 * 86_400_000);
  return { contentHash: olderHash(lesson), lessonId, title, paragraphs, firstSeenAt };
}

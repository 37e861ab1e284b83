import { setUpCourse } from "../../app/course/index.server";
import { emailKeyOf } from "../../app/people/account.server";
import { checkKeysFit, setUpKeys } from "../../app/platform/crypto/index.server";
import { db, startDatabase, stopDatabase } from "../../app/platform/db/index.server";
import { geography } from "../../app/platform/geo/index.server";
import { StartError } from "../../app/platform/start-error";
import { fillCertification } from "./certification";
import { fillCourse } from "./course";
import { fillMessages } from "./course-messages";
import { fillExams } from "./exams";
import { fillGuides } from "./guides";
import { fillIncidents } from "./incidents";
import { fillLearning } from "./learning";
import { fillMentors } from "./mentors";
import { fillMonitoringTraining } from "./monitoring-training";
import { fillPeople } from "./people";
import { fillPractice } from "./practice";
import { fillRecruitment } from "./recruitment";
import { fillRegistry } from "./registry";
import { fillSupervision } from "./supervision";
import { fillTeaching } from "./teaching";
import { startWorld } from "./world";

/** Fills the configured database with the demo's invented data. Refuses one that already holds accounts. */
async function fill(): Promise<void> {
  await startDatabase();
  setUpKeys();
  await checkKeysFit();
  const accounts = await db().account.count();
  if (accounts > 0) {
    const demo = await isDemo();
    if (demo) return;
    throw new StartError(
      "The database already holds accounts that are not the demo's: give the demo an empty one.",
    );
  }
  await setUpCourse();
  await geography();
  const world = await fillPeople(startWorld(new Date()));
  const course = await fillCourse(world);
  await fillTeaching(world, course);
  await fillLearning(world);
  await fillRecruitment(world, course);
  await fillPractice(world, course);
  const mentors = await fillCertification(world, course);
  await fillGuides(world, course, mentors);
  await fillExams(world, course);
  await fillSupervision(world, course);
  await fillRegistry(world);
  // After the cases: decisions about mentors come while they have some.
  await fillMentors(world, mentors);
  await fillMonitoringTraining(world);
  await fillIncidents(world);
  await fillMessages(world, course);
}

/** A database the demo filled before. */
async function isDemo(): Promise<boolean> {
  const emailKey = emailKeyOf("administrator@demo.test");
  return (await db().account.findUnique({ where: { emailKey } })) !== null;
}

try {
  await fill();
} catch (error) {
  console.error(error instanceof StartError ? error.message : error);
  process.exitCode = 1;
} finally {
  await stopDatabase();
}

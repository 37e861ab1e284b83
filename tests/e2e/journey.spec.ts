import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { startPortal } from "../support/portal-process";
import { JourneyClock } from "./journey/clock";
import {
  applyForCourse,
  admitApplicant,
  openRun,
  startRun,
  studyLessons,
  teachModules,
} from "./journey/course";
import { holdExam } from "./journey/exam";
import { certify, practise, verifyCertificate } from "./journey/practice";
import { workOnCase } from "./journey/registry";
import { reportIncident, seeOnMap, trainReporter, verifyIncident } from "./journey/incidents";
import { inviteEverybody } from "./journey/people";
import { Person, type World } from "./journey/person";

/**
 * The main job from an empty portal to the map, through the real pages: the only thing that exists beforehand
 * is the first administrator's invitation. The portal's clock is moved by hand, because it takes months.
 */
test("from an application to a certified mentor, a case, an incident and the map", async ({ browser }) => {
  test.setTimeout(1_800_000);
  const folder = mkdtempSync(path.join(os.tmpdir(), "mentor-journey-"));
  const dataDir = path.join(folder, "data");
  const clock = new JourneyClock(path.join(folder, "clock"), "2026-03-02T08:00:00Z");
  const environment = {
    DATA_DIR: dataDir,
    CLOCK_FILE: clock.file,
    PORTAL_MODE: "test",
    MAP_TILES_URL: "off",
  };
  execFileSync("npm", ["run", "-s", "admin:invite", "--", "sprava@cesta.test", "--name", "Jana Správná"], {
    env: { ...process.env, ...environment, DATABASE_URL: "", PUBLIC_URL: "http://127.0.0.1:1" },
  });
  const portal = await startPortal({ dataDir, mode: "test", env: environment });
  const world: World = { browser, portal, clock, complaints: [] };
  try {
    const administrator = await Person.arrive(world, "Jana Správná", "sprava@cesta.test");
    await administrator.acceptInvitation();
    const staff = await test.step("the administrator makes organisations and invites everybody", () =>
      inviteEverybody(administrator));

    const trainee = await Person.arrive(world, "Marek Příklad", "marek@cesta.test", true);
    const { runName } = await test.step("the coordinator opens a run", () => openRun(staff));
    await test.step("somebody applies; an under-18 is refused kindly", () => applyForCourse(trainee));
    await test.step("the coordinator attests the conditions and admits", () =>
      admitApplicant(staff, trainee, runName));
    await test.step("the run starts", () => startRun(staff, runName));
    await test.step("the trainee studies three lessons", () => studyLessons(trainee));
    await test.step("the trainer credits the taught modules", () => teachModules(staff, trainee, runName));
    await test.step("the trainee practises, the trainer approves, the supervisor meets", () =>
      practise(staff, trainee, runName));
    await test.step("a commission holds the exam", () => holdExam(staff, trainee, runName));
    const code = await test.step("the certificate", () => certify(staff, trainee, runName));
    await test.step("anybody verifies the certificate", () => verifyCertificate(world, trainee, code));

    const mentor = trainee;
    await test.step("a case from referral to the report", () => workOnCase(staff, mentor));
    await test.step("the mentor passes the monitoring training", () => trainReporter(mentor));
    const number = await test.step("the mentor reports an incident", () => reportIncident(mentor));
    await test.step("an analyst verifies it", () => verifyIncident(staff, number));
    await test.step("the coordinator sees it on the map and in the list", () => seeOnMap(staff, number));

    expect(world.complaints).toEqual([]);
    expect(await portal.stop(), portal.output()).toBe(0);
  } finally {
    await portal.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

import { createHash } from "node:crypto";
import { extractText, getDocumentProxy } from "unpdf";
import { beforeEach, describe, expect, it } from "vitest";
import { closeExamDay } from "~/certification/operations/exam/close-exam-day.server";
import { downloadProtocol } from "~/certification/operations/exam/download-protocol.server";
import { readExamDay } from "~/certification/operations/exam/read-exam-day.server";
import { letIn, markAbsent } from "~/certification/operations/exam/run-exam-day.server";
import { sealedPerson } from "~/people/account.server";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../../support/database";
import {
  candidateOf,
  closedAndSigned,
  examContext,
  hashOf,
  makeExamRoom,
  opened,
  sign,
  voteAll,
} from "../../../support/factories/exam";

withTestDatabase();
beforeEach(resetDatabase);

/** Two examined, one of them absent; the other passes one part of two. */
async function heldDay() {
  const room = await makeExamRoom({ trainees: 2 });
  const id = await opened(room);
  const [present, absent] = room.trainees;
  const candidate = await candidateOf(id, present!);
  await letIn(room.organiser.actor, { id, candidate, document: "passport" }, examContext);
  await markAbsent(room.organiser.actor, { id, candidate: await candidateOf(id, absent!) }, examContext);
  await voteAll(room, id, present!, { written: [true, true, false], oral: [false, false, true] });
  return { room, id, present: present!, absent: absent! };
}

async function textOf(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return text.replace(/\s+/g, " ");
}

describe("the protocol", () => {
  it("says who, when, how it was counted and voted, in Czech that can be extracted", async () => {
    const { room, id, present, absent } = await heldDay();
    await closedAndSigned(room, id);
    const { bytes, fileName } = await downloadProtocol(room.members[1].actor, id, examContext);
    expect(fileName).toBe("protokol-zkouska-2026-06-12.pdf");
    const text = await textOf(bytes);
    const run = await db().courseRun.findUniqueOrThrow({ where: { id: room.runId } });
    const [chair, second, third] = room.members;
    const at = "12. 6. 2026 v 15:00";
    expect(text).toBe(
      [
        "Protokol o závěrečné zkoušce Kurz Mentor,",
        `${run.name}, Děčín řádná zkouška, 12. 6. 2026 v 09:00, Děčín, učebna 2`,
        "Zkoušené části: Písemná část, Ústní část",
        "Zkušební komise Každý člen prohlásil, že není příbuzný ani osoba blízká nikoho ze zkoušených",
        "a nikoho z nich nedoprovázel na praxi. Jméno Úloha Prohlášení",
        `${chair.name} předsedá ${at} ${second.name} člen/ka ${at} ${third.name} člen/ka ${at}`,
        "Zkoušení Připuštěn je, kdo absolvoval aspoň 80 % kurzu. Výpočet podle minut i podle hodin;",
        "z čeho se podíl počítá, není potvrzeno. Jméno Účast Připuštění Ověření totožnosti",
        `${present.name} přítomen/a platí: 4 080 z 5 100 min (80 %), potřeba 4 080 min`,
        `pro srovnání: 83 z 100 h (83 %) cestovní pas, ověřil/a ${room.organiser.name}, ${at}`,
        `${absent.name} nepřišel/a – –`,
        "Výsledky O každé části hlasovali tři členové, rozhoduje většina. Jméno Část Hlasy Výsledek",
        `${present.name} Písemná část pro 2, proti 1 prospěl/a`,
        `${present.name} Ústní část pro 1, proti 2 neprospěl/a`,
        `${present.name} celá zkouška zatím nesložena`,
        "Elektronické podpisy Každý člen podepsal otisk obsahu tohoto protokolu po novém zadání hesla.",
        "Jméno Úloha Podepsáno",
        `${chair.name} předsedá ${at} ${second.name} člen/ka ${at} ${third.name} člen/ka ${at}`,
        `Den uzavřel/a ${chair.name}, ${at}. Otisk obsahu (SHA-256): ${await hashOf(id)}`,
        "Podle vyhlášky č. 176/2009 Sb., § 4, stav k 22. 11. 2026. Výklad výpočtu 80 % a lhůt nikdo",
        "nepotvrdil. Strana 1 z 1",
      ].join(" "),
    );
    expect(Buffer.from(bytes).toString("latin1")).toContain("/MarkInfo");
  });

  it("is the same bytes for ever, whoever is renamed, and its hash is kept", async () => {
    const { room, id, present } = await heldDay();
    await closeExamDay(room.members[0].actor, id, examContext);
    const frozen = await hashOf(id);
    // A name changed between closing and signing does not get into what was frozen.
    await rename(present.accountId, "Přejmenovaná Osoba", present.email);
    await rename(room.members[0].accountId, "Jiná Předsedkyně", room.members[0].email);
    for (const member of room.members) await sign(member, id);
    expect(await hashOf(id)).toBe(frozen);
    const read = async () =>
      Buffer.from((await downloadProtocol(room.members[0].actor, id, examContext)).bytes);
    const first = await read();
    const text = await textOf(first);
    expect(text).toContain(present.name);
    expect(text).toContain(room.members[0].name);
    expect(text).not.toContain("Přejmenovaná");
    expect(text).not.toContain("Jiná Předsedkyně");
    const row = await db().examDay.findUniqueOrThrow({ where: { id } });
    expect(createHash("sha256").update(first).digest("hex")).toBe(row.protocolSha256);
    await rename(present.accountId, "Ještě Jinak", present.email);
    expect((await read()).equals(first)).toBe(true);
    const view = await readExamDay(room.members[0].actor, id, examContext);
    expect(view.candidates.map(({ name }) => name)).toContain(present.name);
    expect(row.protocolContentSealed).not.toContain(present.name);
    expect(await db().auditEvent.count({ where: { action: "exam.protocol.read" } })).toBe(2);
  });

  it("that somebody changed in the database is not handed out", async () => {
    const { room, id } = await heldDay();
    await closedAndSigned(room, id);
    await db().examDay.update({ where: { id }, data: { protocolSha256: "0".repeat(64) } });
    await expect(downloadProtocol(room.members[0].actor, id, examContext)).rejects.toThrow(/differs/);
  });
});

async function rename(accountId: string, name: string, email: string): Promise<void> {
  await db().account.update({ where: { id: accountId }, data: sealedPerson(accountId, { name, email }) });
}

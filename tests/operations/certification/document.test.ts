import { getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import type { CertificateContent } from "~/certification/document/content";
import { drawCertificate } from "~/certification/document/draw-certificate.server";

const publicUrl = "https://mentor.priklad.cz";

const content: CertificateContent = {
  templateVersion: 1,
  provider: { name: "RUBIKON Centrum", seat: "Praha" },
  accreditationNumber: "MSMT-1234/2026-56",
  number: "2026/0007",
  code: "7K2QD9F0XMA3B4C5D6E7",
  name: "Žaneta Řehořková-Příšerná",
  birthDate: "1990-05-03",
  birthPlace: "Děčín",
  programme: "Mentor – doprovázení klientů Probační a mediační služby",
  runName: "Děčín – podzimní běh",
  town: "Ústí nad Labem",
  startsOn: "2026-03-02",
  endsOn: "2026-11-20",
  theory: { minutes: 2700, hour: 45 },
  practice: { minutes: 2430, hour: 60 },
  topics: [
    { title: "Příliš žluťoučký kůň úpěl ďábelské ódy", hours: 58 },
    { title: "Šíleně ťukající fňukající želvička, dluhy a finanční gramotnost", hours: 2 },
  ],
  examOn: "2026-11-18",
  issuedOn: "2026-11-22",
};

/** Texts of each page in reading order; the spaces that do not break are spaces to a reader. */
async function linesOf(file: Uint8Array): Promise<string[][]> {
  const document = await getDocumentProxy(new Uint8Array(file));
  const pages = Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1));
  return Promise.all(
    pages.map(async (page) => {
      const { items } = await (await page).getTextContent();
      const lines: string[] = [""];
      for (const item of items) {
        if (!("str" in item)) continue;
        lines[lines.length - 1] += item.str;
        if (item.hasEOL) lines.push("");
      }
      return lines.map((line) => line.replaceAll("\u00a0", " ").trim()).filter((line) => line !== "");
    }),
  );
}

describe("the printed certificate", () => {
  it("can be read by machines, every Czech letter of it", async () => {
    const [front, topics] = await linesOf(await drawCertificate(content, publicUrl));
    expect(front).toEqual([
      "RUBIKON Centrum, Praha",
      "Osvědčení",
      "o absolvování kurzu Mentor",
      "číslo 2026/0007",
      "Žaneta Řehořková-Příšerná",
      "datum narození 3. května 1990, místo narození Děčín",
      "absolvoval/a kurz",
      "Mentor – doprovázení klientů Probační a mediační služby",
      "od 2. března 2026 do 20. listopadu 2026, Ústí nad Labem",
      "Teoretická příprava 60 vyučovacích hodin (po 45 min)",
      "Praxe 40 hodin 30 minut",
      "Závěrečná zkouška úspěšně složena 18. listopadu 2026.",
      "Číslo akreditace: MSMT-1234/2026-56",
      "Vydáno 22. listopadu 2026",
      "za poskytovatele kurzu za zkušební komisi",
      "Ověření pravosti",
      "7K2QD-9F0XM-A3B4C-5D6E7",
    ]);
    expect(topics).toEqual([
      "číslo 2026/0007",
      "Obsah kurzu",
      "Témata teoretické přípravy a jejich rozsah ve vyučovacích hodinách",
      "Příliš žluťoučký kůň úpěl ďábelské ódy 58",
      "Šíleně ťukající fňukající želvička, dluhy a finanční gramotnost 2",
      "Celkem 60 vyučovacích hodin",
    ]);
  });

  it("leaves out what there is not", async () => {
    const bare = {
      ...content,
      accreditationNumber: null,
      birthPlace: null,
      provider: { name: "Spolek", seat: null },
    };
    const [front = []] = await linesOf(await drawCertificate(bare, publicUrl));
    expect(front[0]).toBe("Spolek");
    expect(front).toContain("datum narození 3. května 1990");
    expect(front.join("\n")).not.toContain("akreditace");
  });

  it("says its language and title, is tagged, and carries the verification address for screen readers", async () => {
    const document = await getDocumentProxy(new Uint8Array(await drawCertificate(content, publicUrl)));
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({
      Title: "Osvědčení číslo 2026/0007",
      Language: "cs",
      Author: "RUBIKON Centrum",
    });
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
    const tree = JSON.stringify(await (await document.getPage(1)).getStructTree());
    expect(tree).toContain('"role":"H1"');
    expect(tree).toContain("https://mentor.priklad.cz/overeni/7K2QD-9F0XM-A3B4C-5D6E7");
  });

  it("is the same, byte for byte, for the same content", async () => {
    const [one, two] = await Promise.all([
      drawCertificate(content, publicUrl),
      drawCertificate(content, publicUrl),
    ]);
    expect(one.equals(two)).toBe(true);
    expect(one.subarray(0, 8).toString("latin1")).toBe("%PDF-1.7");
  });
});

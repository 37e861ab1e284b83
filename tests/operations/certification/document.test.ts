import { getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import type { CertificateContent } from "~/certification/document/content";
import { drawCertificate } from "~/certification/document/draw-certificate.server";
import { firstTemplate, printedForm } from "~/certification/document/template";
import { pdfObjects, pdfTrailer, squaresOf } from "../../support/read-pdf";
import { readQr } from "../../support/read-qr";

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

  it("says every line of a changed form exactly, and that it stands instead of another", async () => {
    const print = {
      ...printedForm(firstTemplate),
      accreditation: "Akreditováno č. {číslo}",
      signatures: ["statutární zástupkyně", "předseda komise", "garantka"],
      printed: ["accreditation" as const],
      note: "Ďábelské ódy úpěl žluťoučký kůň, řeřicha, ťuhýk, ňadra, ůl.",
    };
    const replaces = { number: "2026/0003", issuedOn: "2026-10-01" };
    const pages = await linesOf(
      await drawCertificate({ ...content, templateVersion: 2, print, replaces }, publicUrl),
    );
    expect(pages).toEqual([
      [
        "RUBIKON Centrum, Praha",
        "Osvědčení",
        "o absolvování kurzu Mentor",
        "číslo 2026/0007",
        "Žaneta Řehořková-Příšerná",
        "datum narození 3. května 1990",
        "absolvoval/a kurz",
        "Mentor – doprovázení klientů Probační a mediační služby",
        "od 2. března 2026 do 20. listopadu 2026",
        "Teoretická příprava 60 vyučovacích hodin (po 45 min)",
        "Praxe 40 hodin 30 minut",
        "Akreditováno č. MSMT-1234/2026-56",
        "Ďábelské ódy úpěl žluťoučký kůň, řeřicha, ťuhýk, ňadra, ůl.",
        "Vydáno 22. listopadu 2026",
        "místo osvědčení č. 2026/0003 ze dne 1. října 2026",
        "statutární zástupkyně předseda komise garantka",
        "Ověření pravosti",
        "7K2QD-9F0XM-A3B4C-5D6E7",
      ],
    ]);
  });
});

describe("the file of the certificate", () => {
  it("has what PDF/A-2b asks for, as far as it can be checked without a validator", async () => {
    const file = await drawCertificate(content, publicUrl);
    const objects = pdfObjects(file);
    const byId = (reference: string | undefined) => objects.find(({ id }) => id === Number(reference));
    const only = (pattern: RegExp) => {
      const found = objects.filter(({ words }) => pattern.test(words));
      expect(found, String(pattern)).toHaveLength(1);
      return found[0]!;
    };
    // A binary comment after the header, an identifier of the file, and nothing locked.
    expect(file.subarray(0, 9).toString("latin1")).toBe("%PDF-1.7\n");
    expect([...file.subarray(10, 14)].every((byte) => byte > 127)).toBe(true);
    const trailer = pdfTrailer(file);
    expect(trailer).toMatch(/\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/);
    expect(trailer).not.toContain("/Encrypt");

    const catalogue = only(/\/Type \/Catalog/).words;
    expect(catalogue).toContain("/Lang (cs)");
    expect(byId(/\/MarkInfo (\d+) 0 R/.exec(catalogue)?.[1])?.words).toContain("/Marked true");
    expect(byId(/\/StructTreeRoot (\d+) 0 R/.exec(catalogue)?.[1])?.words).toContain("/StructTreeRoot");

    const metadata = byId(/\/Metadata (\d+) 0 R/.exec(catalogue)?.[1])!;
    expect(metadata.words).not.toContain("/Filter");
    const xmp = metadata.stream!.toString("utf8");
    expect(xmp).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>B<\/pdfaid:conformance>/);
    expect(xmp).toContain("Osvědčení číslo 2026/0007");

    const intent = only(/\/Type \/OutputIntent/).words;
    expect(intent).toContain("/S /GTS_PDFA1");
    const profile = byId(/\/DestOutputProfile (\d+) 0 R/.exec(intent)?.[1])!;
    expect(profile.words).toContain("/N 3");
    expect(profile.stream!.subarray(36, 40).toString("latin1")).toBe("acsp");

    const fonts = objects.filter(({ words }) => /\/Type \/Font\b(?!Descriptor)/.test(words));
    expect(fonts.length).toBeGreaterThan(0);
    for (const { words } of fonts) {
      if (words.includes("/Type0")) expect(words).toMatch(/\/ToUnicode \d+ 0 R/);
      else expect(byId(/\/FontDescriptor (\d+) 0 R/.exec(words)?.[1])?.words).toMatch(/\/FontFile2 \d+ 0 R/);
    }
    const words = objects.map((object) => object.words).join("\n");
    for (const forbidden of ["/JavaScript", "/AA ", "/Launch", "/EmbeddedFile", "/LZWDecode", "/SMask"]) {
      expect(words).not.toContain(forbidden);
    }
  });

  it("has metadata that can be read whatever the provider is called", async () => {
    const provider = { name: 'Most & spol. <"škola">', seat: null };
    const file = await drawCertificate({ ...content, provider }, publicUrl);
    const xmp = pdfObjects(file)
      .find(({ words }) => words.includes("/Type /Metadata"))!
      .stream!.toString("utf8");
    expect(xmp).toContain('<rdf:li>Most &amp; spol. &lt;"škola"&gt;</rdf:li>');
    const { info } = await (await getDocumentProxy(new Uint8Array(file))).getMetadata();
    expect(info).toMatchObject({ Author: 'Most & spol. <"škola">' });
  });

  it("has a QR code that leads to the page of its code", async () => {
    const file = await drawCertificate(content, publicUrl);
    const front = pdfObjects(file).find(({ stream }) => stream?.toString("latin1").includes("/H1"))!;
    const squares = squaresOf(front.stream!);
    const [left, top] = [Math.min(...squares.map(({ x }) => x)), Math.min(...squares.map(({ y }) => y))];
    const side = squares[0]!.side;
    const size = Math.round((Math.max(...squares.map(({ x }) => x)) - left) / side) + 1;
    const matrix = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
    for (const { x, y } of squares)
      matrix[Math.round((y - top) / side)]![Math.round((x - left) / side)] = true;
    expect(readQr(matrix)).toBe("https://mentor.priklad.cz/overeni/7K2QD-9F0XM-A3B4C-5D6E7");
  });
});

import PDFDocument from "pdfkit";
import QRCode from "qrcode";
import { dayToDate } from "~/platform/days";
import { bridgeHeight, drawBridge, ink } from "./bridge-motif.server";
import type { CertificateContent } from "./content";
import { certificateFonts } from "./fonts.server";
import { protectProperties } from "./properties.server";
import { Sheet, type Style } from "./sheet.server";
import { certificateWords, type CertificateWords } from "./words";

/** A4 in points. */
const page = { width: 595.28, height: 841.89 };
const margin = 62;
const width = page.width - 2 * margin;
const bridge = { x: 40, width: page.width - 80 };

const styles = {
  title: { font: "serifBold", size: 36, colour: ink.river, align: "center" },
  subtitle: { font: "sans", size: 13, colour: ink.text, align: "center" },
  name: { font: "serifBold", size: 25, colour: ink.text, align: "center" },
  programme: { font: "serifBold", size: 12.5, colour: ink.text, align: "center" },
  line: { font: "sans", size: 11, colour: ink.text, align: "center" },
  quiet: { font: "sans", size: 10, colour: ink.soft, align: "center" },
  label: { font: "sans", size: 11, colour: ink.soft, align: "right" },
  value: { font: "sansBold", size: 11, colour: ink.text },
  text: { font: "sans", size: 11, colour: ink.text },
  quietText: { font: "sans", size: 10, colour: ink.soft },
  heading: { font: "serifBold", size: 20, colour: ink.river },
  hours: { font: "sansBold", size: 10.5, colour: ink.text, align: "right" },
  topic: { font: "sans", size: 10.5, colour: ink.text },
  small: { font: "sans", size: 8, colour: ink.soft, align: "center" },
  code: { font: "sansBold", size: 8, colour: ink.text, align: "center" },
  signature: { font: "sans", size: 8.5, colour: ink.soft },
  specimen: { font: "sansBold", size: 16, colour: ink.clay, align: "center" },
} as const satisfies Record<string, Style>;

/**
 * Draws a certificate: A4, one page or two, in Czech, with texts that can be extracted. It is tagged, but asks
 * to be taken for PDF/A-2b only: level A promises a structure a person has judged. The same content gives the
 * same bytes.
 * @param options.specimen a preview, said across the paper
 */
export async function drawCertificate(
  content: CertificateContent,
  publicUrl: string,
  options: { specimen?: boolean } = {},
): Promise<Buffer> {
  const words = certificateWords(content, publicUrl, options);
  const doc = new PDFDocument({
    size: "A4",
    margin: 0,
    autoFirstPage: false,
    lang: "cs",
    tagged: true,
    displayTitle: true,
    pdfVersion: "1.7",
    subset: "PDF/A-2b",
    info: {
      Title: `${words.title} ${words.number}`,
      Author: content.provider.name,
      Subject: words.subtitle,
      CreationDate: dayToDate(content.issuedOn),
    },
  });
  protectProperties(doc);
  const chunks: Buffer[] = [];
  doc.on("data", (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<void>((resolve, reject) => doc.on("end", resolve).on("error", reject));
  for (const [name, font] of certificateFonts()) doc.registerFont(name, font);
  const sheet = new Sheet(doc);
  drawFront(sheet, words);
  if (words.topics) drawTopics(sheet, words, words.topics);
  sheet.end();
  doc.end();
  await finished;
  return Buffer.concat(chunks);
}

function drawFront(sheet: Sheet, words: CertificateWords): void {
  addPage(sheet, words.specimen);
  const line = (y: number) => ({ x: margin, y, width });
  let y = sheet.write("P", words.provider, line(70), styles.quiet) + 34;
  y = sheet.write("H1", words.title, line(y), styles.title) + 6;
  y = sheet.write("P", words.subtitle, line(y), styles.subtitle) + 8;
  y = sheet.write("P", words.number, line(y), styles.quiet) + 34;
  y = sheet.write("H2", words.name, line(y), styles.name) + 8;
  y = sheet.write("P", words.born, line(y), styles.line) + 28;
  y = sheet.write("P", words.completed, line(y), styles.line) + 6;
  y = sheet.write("P", words.programme, line(y), styles.programme) + 6;
  y = sheet.write("P", words.held, line(y), styles.line) + 22;
  for (const { label, value } of words.extent) y = drawPair(sheet, label, value, y) + 8;
  if (words.exam) y = sheet.write("P", words.exam, line(y + 12), styles.line) + 8;
  if (words.accreditation) y = sheet.write("P", words.accreditation, line(y), styles.quiet) + 4;
  if (words.note) sheet.write("P", words.note, line(y), styles.quiet);

  const beside = { x: margin, width: width - 130 };
  y = sheet.write("P", words.issued, { ...beside, y: 572 }, styles.text) + 4;
  if (words.replaces) sheet.write("P", words.replaces, { ...beside, y }, styles.quietText);
  drawSignatures(sheet, words.signatures);
  drawVerification(sheet, words.verify, page.width - margin - 104, 572);
}

function drawTopics(
  sheet: Sheet,
  { number, specimen }: CertificateWords,
  topics: NonNullable<CertificateWords["topics"]>,
): void {
  addPage(sheet, specimen);
  const line = (y: number) => ({ x: margin, y, width });
  let y = sheet.write("P", number, line(70), styles.quietText) + 8;
  y = sheet.write("H2", topics.title, line(y), styles.heading) + 4;
  y = sheet.write("P", topics.lead, line(y), styles.quietText) + 16;
  const list = sheet.group("L");
  for (const { title, hours } of topics.items) {
    const item = sheet.group("LI", list);
    const body = sheet.group("LBody", item);
    const bottom = sheet.write("P", title, { x: margin, y, width: width - 70 }, styles.topic, body) + 5;
    sheet.write("P", hours, { x: page.width - margin - 60, y, width: 60 }, styles.hours, body);
    body.end();
    item.end();
    sheet.decoration(() => rule(sheet, margin, bottom, width, 0.4, ink.line));
    y = bottom + 6;
  }
  list.end();
  sheet.write("P", topics.total, line(y + 8), styles.value);
}

/** A page with its frame and the bridge at its foot; a preview says on each that it is one. */
function addPage(sheet: Sheet, specimen: string | null): void {
  const { doc } = sheet;
  doc.addPage({ size: "A4", margin: 0 });
  sheet.decoration(() => {
    for (const [inset, weight, colour] of [
      [26, 1.4, ink.river],
      [31, 0.5, ink.line],
    ] as const) {
      doc
        .lineWidth(weight)
        .rect(inset, inset, page.width - 2 * inset, page.height - 2 * inset)
        .stroke(colour);
    }
    drawBridge(doc, bridge.x, page.height - 40 - bridgeHeight(bridge.width), bridge.width);
  });
  if (specimen) sheet.write("P", specimen, { x: margin, y: 42, width }, styles.specimen);
}

/** A label and its value beside each other, in the middle of the page. */
function drawPair(sheet: Sheet, label: string, value: string, y: number): number {
  const half = width / 2 - 8;
  sheet.write("P", label, { x: margin, y, width: half }, styles.label);
  return sheet.write("P", value, { x: page.width / 2 + 8, y, width: half }, styles.value);
}

/** Lines to sign on, one to three of them, side by side left of the code. */
function drawSignatures(sheet: Sheet, labels: readonly string[]): void {
  const step = labels.length > 2 ? 118 : 170;
  labels.forEach((label, index) => {
    const x = margin + index * step;
    sheet.decoration(() => rule(sheet, x, 645, step - 20, 0.7, ink.text));
    sheet.write("P", label, { x, y: 650, width: step - 20 }, styles.signature);
  });
}

/** The QR code of the verification page; who has no telephone types the code under it. */
function drawVerification(
  sheet: Sheet,
  { title, code, address }: CertificateWords["verify"],
  x: number,
  y: number,
) {
  const side = 84;
  sheet.figure(`${title} ${address}`, () => drawQr(sheet.doc, address, x + 10, y, side));
  const below = sheet.write("P", title, { x, y: y + side + 6, width: 104 }, styles.small);
  sheet.write("P", code, { x: x - 26, y: below + 2, width: 156 }, styles.code);
}

function drawQr(doc: PDFKit.PDFDocument, address: string, x: number, y: number, side: number): void {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: "M" });
  const unit = side / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) doc.rect(x + column * unit, y + row * unit, unit, unit);
    }
  }
  doc.fill(ink.text);
}

function rule(sheet: Sheet, x: number, y: number, length: number, weight: number, colour: string): void {
  sheet.doc
    .lineWidth(weight)
    .moveTo(x, y)
    .lineTo(x + length, y)
    .stroke(colour);
}

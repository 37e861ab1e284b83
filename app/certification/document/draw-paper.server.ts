import PDFDocument from "pdfkit";
import { dayToDate } from "~/platform/days";
import { certificateFonts } from "./fonts.server";
import { protectProperties } from "./properties.server";
import { Sheet, type Style } from "./sheet.server";

/** A paper to print: a head, tables under each other, and lines at the end. */
export interface Paper {
  title: string;
  lines: string[];
  /** Day the file bears in its properties, `YYYY-MM-DD`. */
  day: string;
  page: (page: number, pages: number) => string;
  blocks: {
    heading?: string;
    note?: string;
    columns: { label: string; share: number }[];
    rows: string[][];
  }[];
  closing: string[];
}

type Block = Paper["blocks"][number];

/** A4 in points. */
const size = { width: 595.28, height: 841.89 };
const margin = 48;
const width = size.width - 2 * margin;
const bottom = size.height - 64;
const pad = 4;

const ink = { text: "#1b2a2d", soft: "#4d5b5d", line: "#b9ad98" };
const styles = {
  title: { font: "serifBold", size: 20, colour: ink.text },
  line: { font: "sans", size: 10, colour: ink.soft },
  heading: { font: "sansBold", size: 11, colour: ink.text },
  header: { font: "sansBold", size: 8.5, colour: ink.text },
  cell: { font: "sans", size: 9, colour: ink.text },
  foot: { font: "sans", size: 8, colour: ink.soft, align: "right" },
} as const satisfies Record<string, Style>;

/** Draws a paper: tagged, in Czech, with texts that can be extracted. The same paper gives the same bytes. */
export async function drawPaper(paper: Paper): Promise<Buffer> {
  const doc = new PDFDocument({
    size: "A4",
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    lang: "cs",
    tagged: true,
    displayTitle: true,
    pdfVersion: "1.7",
    subset: "PDF/A-2a",
    info: { Title: paper.title, CreationDate: dayToDate(paper.day) },
  });
  protectProperties(doc);
  const chunks: Buffer[] = [];
  doc.on("data", (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<void>((resolve, reject) => doc.on("end", resolve).on("error", reject));
  for (const [name, font] of certificateFonts()) doc.registerFont(name, font);
  const sheet = new Sheet(doc);
  new PaperPen(sheet).draw(paper);
  sheet.end();
  numberPages(doc, paper);
  doc.end();
  await finished;
  return Buffer.concat(chunks);
}

function numberPages(doc: PDFKit.PDFDocument, { page }: Paper): void {
  const { count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    doc.switchToPage(index);
    doc.markContent("Artifact", { type: "Pagination" });
    const { font, size: points, colour, align } = styles.foot;
    doc.font(font).fontSize(points).fillColor(colour);
    doc.text(page(index + 1, count), margin, size.height - 44, { width, align, lineBreak: false });
    doc.endMarkedContent();
  }
}

/** Writes down the page and goes on to the next one when there is no more room. */
class PaperPen {
  private y = 0;

  constructor(private readonly sheet: Sheet) {}

  draw({ title, lines, blocks, closing }: Paper): void {
    this.newPage();
    this.y = this.sheet.write("H1", title, this.line(), styles.title) + 8;
    for (const text of lines) this.y = this.sheet.write("P", text, this.line(), styles.line) + 3;
    for (const block of blocks) this.block(block);
    this.y += 18;
    for (const text of closing) {
      this.room(30);
      this.y = this.sheet.write("P", text, this.line(), styles.line) + 8;
    }
  }

  private block({ heading, note, columns, rows }: Block): void {
    this.y += 14;
    // A heading does not stay behind at the foot of a page without its first rows.
    this.room(90);
    if (heading) this.y = this.sheet.write("H2", heading, this.line(), styles.heading) + 3;
    if (note) this.y = this.sheet.write("P", note, this.line(), styles.line) + 3;
    const whole = columns.reduce((sum, { share }) => sum + share, 0);
    const widths = columns.map(({ share }) => (width * share) / whole);
    const labels = columns.map(({ label }) => label);
    const table = this.sheet.group("Table");
    this.row(labels, widths, table, "TH");
    for (const row of rows) {
      if (this.room(this.height(row, widths, styles.cell))) this.row(labels, widths, table, "TH");
      this.row(row, widths, table, "TD");
    }
    table.end();
  }

  private row(cells: string[], widths: number[], table: PDFKit.PDFStructureElement, tag: "TH" | "TD"): void {
    const { sheet } = this;
    const style = tag === "TH" ? styles.header : styles.cell;
    const height = this.height(cells, widths, style);
    const line = sheet.group("TR", table);
    let x = margin;
    cells.forEach((text, index) => {
      const cell = widths[index]!;
      sheet.write(tag, text, { x: x + pad, y: this.y + pad, width: cell - 2 * pad }, style, line);
      const left = x;
      sheet.decoration(() => {
        sheet.doc.lineWidth(0.5).rect(left, this.y, cell, height).stroke(ink.line);
      });
      x += cell;
    });
    line.end();
    this.y += height;
  }

  private height(cells: string[], widths: number[], style: Style): number {
    const { doc } = this.sheet;
    doc.font(style.font).fontSize(style.size);
    const heights = cells.map((text, index) =>
      doc.heightOfString(text || " ", { width: widths[index]! - 2 * pad }),
    );
    return Math.max(20, ...heights.map((height) => height + 2 * pad));
  }

  /** Makes sure that so much fits on the page. @returns true when a new page was begun */
  private room(height: number): boolean {
    if (this.y + height <= bottom) return false;
    this.newPage();
    return true;
  }

  private newPage(): void {
    this.sheet.doc.addPage({ size: "A4", margin: 0 });
    this.y = margin;
  }

  private line() {
    return { x: margin, y: this.y, width };
  }
}

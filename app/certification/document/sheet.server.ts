import type { FontName } from "./fonts.server";

/** Structure elements a certificate uses. */
export type Tag = "H1" | "H2" | "P" | "Figure" | "L" | "LI" | "LBody" | "Table" | "TR" | "TH" | "TD";

export interface Style {
  font: FontName;
  size: number;
  colour: string;
  align?: "left" | "center" | "right";
}

/** Where a text stands; it grows downwards. */
export interface Box {
  x: number;
  y: number;
  width: number;
}

export type Part = PDFKit.PDFStructureElement;

/** Tagged paper: every text has its place in the document's structure, every decoration has none. */
export class Sheet {
  readonly root: Part;

  constructor(readonly doc: PDFKit.PDFDocument) {
    this.root = doc.struct("Document");
    doc.addStructure(this.root);
  }

  /** Closes the structure; nothing can be written afterwards. */
  end(): void {
    this.root.end();
  }

  /** Writes a text as one element. @returns the bottom of it */
  write(tag: Tag, text: string, box: Box, style: Style, parent: Part = this.root): number {
    const { doc } = this;
    const options = { width: box.width, align: style.align ?? ("left" as const) };
    doc.font(style.font).fontSize(style.size);
    const bottom = box.y + doc.heightOfString(text, options);
    this.element(parent, tag, {}, () => {
      doc.font(style.font).fontSize(style.size).fillColor(style.colour).text(text, box.x, box.y, options);
    });
    return bottom;
  }

  /** Draws something that means something: `alt` says what. */
  figure(alt: string, draw: () => void): void {
    this.element(this.root, "Figure", { alt }, draw);
  }

  /** Draws something that only looks nice. */
  decoration(draw: () => void): void {
    this.doc.markContent("Artifact", { type: "Layout" });
    draw();
    this.doc.endMarkedContent();
  }

  /** An element that holds others; the caller ends it. */
  group(tag: Tag, parent: Part = this.root): Part {
    const part = this.doc.struct(tag);
    parent.add(part);
    return part;
  }

  private element(parent: Part, tag: Tag, options: { alt?: string }, draw: () => void): void {
    const part = this.doc.struct(tag, options, draw);
    parent.add(part);
    part.end();
  }
}

/**
 * A property of the file. The library writes properties twice: into the old dictionary as they are, and into
 * XML without escaping, where a provider called "Most & spol." would spoil the metadata of the archive format.
 */
class Property extends String {
  /** What interpolation into XML gets; the dictionary asks for the value. */
  override toString(): string {
    return this.valueOf().replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  }

  /** The dictionary looks at each character to choose the encoding. */
  override charCodeAt(index: number): number {
    return this.valueOf().charCodeAt(index);
  }
}

/** Lets a document's title, author and subject hold any characters. */
export function protectProperties(doc: PDFKit.PDFDocument): void {
  const { Title = "", Author = "", Subject = "" } = doc.info;
  Object.assign(doc.info, {
    Title: new Property(Title),
    Author: new Property(Author),
    Subject: new Property(Subject),
  });
}

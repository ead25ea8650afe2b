import PDFDocument from 'pdfkit';
import { breakLines, type Unit } from './break-lines.ts';
import type { Line } from '../paper.ts';
import { printable } from './printable.ts';

const mm = (length: number): number => (length * 72) / 25.4;

/** Margins of a page; head and foot stand within what they leave. */
const MARGIN = { side: mm(12), top: mm(12), bottom: mm(14) };
const HEAD = 16;
const FOOT = 34;

/** Sizes of type, in points: nothing is smaller than 9. */
export type Type = { readonly text: number; readonly label: number; readonly leading: number };
const typeOf = { A4: { text: 10, label: 9, leading: 14.5 }, A5: { text: 9.5, label: 9, leading: 13.5 } } as const;

type Doc = InstanceType<typeof PDFDocument>;
/** An element of the tree by which a paper is read aloud. */
export type Element = ReturnType<Doc['struct']>;

/** Pages that are being written, from the top of the first. */
export type Sheet = {
  readonly doc: Doc;
  readonly type: Type;
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  y: number;
  readonly root: Element;
  /** Height that is left on the page. */
  room(): number;
  newPage(): void;
  measure(text: string, size: number): number;
  /** Lines of a text as they fit a width. */
  broken(lines: readonly Line[], width: number, size: number): Unit[][];
  /** Draws what belongs to an element of the tree. */
  content(element: Element, draw: () => void, actual?: string): void;
  /** Draws what is no part of what is told: lines, head and foot. */
  artifact(draw: () => void): void;
  write(text: string, at: { x: number; y: number; size: number; isBold?: boolean }): void;
};

export type SheetParts = {
  readonly size: 'A4' | 'A5';
  readonly title: string;
  readonly author: string;
  /** ISO instant. */
  readonly at: string;
  readonly font: Uint8Array;
};

/** Of the font as fontkit has it: whether there is a shape, and how far it reaches. */
type Shapes = { hasGlyphForCodePoint(codePoint: number): boolean };

export function openSheet({ size, title, author, at, font }: SheetParts): Sheet {
  const doc = new PDFDocument({
    size,
    margin: 0,
    font: font as never,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'ja-JP',
    displayTitle: true,
    subset: 'PDF/UA',
    info: { Title: title, Author: author, Creator: 'かえりみち', Producer: 'かえりみち', CreationDate: new Date(at) },
  } as never);
  const root = doc.struct('Document');
  doc.addStructure(root);
  // The library keeps the font it draws with to itself.
  const shapes = (doc as unknown as { _font: { font: Shapes } })._font.font;
  const hasShape = (codePoint: number) => shapes.hasGlyphForCodePoint(codePoint);
  const widths = new Map<string, number>();
  const widthOf = (character: string) => {
    const known = widths.get(character);
    if (known !== undefined) return known;
    doc.fontSize(100);
    const width = doc.widthOfString(character) / 100;
    widths.set(character, width);
    return width;
  };
  const measure = (text: string, at: number) => [...text].reduce((sum, one) => sum + widthOf(one), 0) * at;
  const asPrinted = (line: Line): Line =>
    line.map(part =>
      typeof part === 'string' ? printable(part, hasShape) : { ...part, label: printable(part.label, hasShape) },
    );
  const sheet: Sheet = {
    doc,
    type: typeOf[size],
    left: MARGIN.side,
    get width() {
      return doc.page.width - 2 * MARGIN.side;
    },
    top: MARGIN.top + HEAD,
    get bottom() {
      return doc.page.height - MARGIN.bottom - FOOT;
    },
    y: 0,
    root,
    room: () => sheet.bottom - sheet.y,
    newPage() {
      doc.addPage();
      sheet.y = sheet.top;
    },
    measure: (text, at) => measure(printable(text, hasShape), at),
    broken: (lines, width, at) => breakLines(lines.map(asPrinted), width, text => measure(text, at)),
    content(element, draw, actual) {
      const marked = doc.markStructureContent('Span', actual === undefined ? {} : { actual });
      draw();
      doc.endMarkedContent();
      element.add(marked);
    },
    artifact(draw) {
      doc.markContent('Artifact', { type: 'Layout' });
      draw();
      doc.endMarkedContent();
    },
    write(text, { x, y, size: at, isBold = false }) {
      doc.fontSize(at).fillColor('black').strokeColor('black').lineWidth(at / 36);
      doc.text(printable(text, hasShape), x, y, { lineBreak: false, fill: true, stroke: isBold });
    },
  };
  return sheet;
}

/** Adds an element of the tree below another. */
export function elementIn(sheet: Sheet, parent: Element, type: string, options: { title?: string } = {}): Element {
  const element = sheet.doc.struct(type, options);
  parent.add(element);
  return element;
}

/** The foot stands below everything else, within the margins. */
export const footTop = (sheet: Sheet): number => sheet.bottom + 6;
export const headTop = MARGIN.top;

import PDFDocument from 'pdfkit';
import type { Line } from '../paper.ts';
import type { Unit } from './break-lines.ts';
import { type Doc, typefaceOf } from './typeface.ts';

const mm = (length: number): number => (length * 72) / 25.4;

const widthOf = { A4: 595.28, A5: 419.53 } as const;
const heightOf = { A4: 841.89, A5: 595.28 } as const;
/** Margins of a page; head and foot stand within what they leave. */
const MARGIN = { side: mm(12), top: mm(12), bottom: mm(14) };
const HEAD = 16;
const FOOT = 34;

/** Sizes of type, in points: nothing is smaller than 9. */
type Type = {
  readonly text: number;
  readonly label: number;
  readonly leading: number;
  /** Air between a border and what it holds. */
  readonly pad: number;
};
const types = {
  A4: { text: 10, label: 9, leading: 14.5, pad: 3.5 },
  A5: { text: 9.5, label: 9, leading: 13.5, pad: 3.5 },
  dense: { text: 9, label: 9, leading: 12.6, pad: 1.8 },
} as const;

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
  readonly isDense: boolean;
  readonly title: string;
  readonly author: string;
  /** ISO instant. */
  readonly at: string;
  readonly font: Uint8Array;
};

function openDocument({ size, title, author, at, font }: SheetParts): Doc {
  const options = {
    ...{ size, margin: 0, font, autoFirstPage: false, bufferPages: true, pdfVersion: '1.7' },
    ...{ tagged: true, lang: 'ja-JP', displayTitle: true, subset: 'PDF/UA' },
    info: { Title: title, Author: author, Creator: 'かえりみち', Producer: 'かえりみち', CreationDate: new Date(at) },
  };
  // Its types know neither a font given as bytes nor this subset.
  return new PDFDocument(options as unknown as ConstructorParameters<typeof PDFDocument>[0]);
}

export function openSheet(parts: SheetParts): Sheet {
  const doc = openDocument(parts);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const typeface = typefaceOf(doc, parts.font);
  const { measure, broken } = typeface;
  const sheet: Sheet = {
    ...{ doc, root, measure, broken, y: 0, left: MARGIN.side, top: MARGIN.top + HEAD },
    type: types[parts.isDense ? 'dense' : parts.size],
    width: widthOf[parts.size] - 2 * MARGIN.side,
    bottom: heightOf[parts.size] - MARGIN.bottom - FOOT,
    room: () => sheet.bottom - sheet.y,
    newPage() {
      doc.addPage();
      sheet.y = sheet.top;
    },
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
    write(text, { x, y, size, isBold = false }) {
      const pen = doc.fontSize(size).fillColor('black').strokeColor('black');
      // One weight of the font is embedded: bold is drawn with an outline.
      pen.lineWidth(size / 36).text(typeface.asPrinted(text), x, y, { lineBreak: false, fill: true, stroke: isBold });
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

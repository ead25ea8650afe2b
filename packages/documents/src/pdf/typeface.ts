import type PDFDocument from 'pdfkit';
import type { Line } from '../paper.ts';
import { breakLines, type Unit } from './break-lines.ts';
import { printable } from './printable.ts';

export type Doc = InstanceType<typeof PDFDocument>;

/** The font of a document: what it can write, and how wide that is. */
export type Typeface = {
  /** A text in characters that it has. */
  asPrinted(text: string): string;
  /** In points, at a size of type. */
  measure(text: string, size: number): number;
  /** Lines of a text as they fit a width. */
  broken(lines: readonly Line[], width: number, size: number): Unit[][];
};

/** Of the font as the library reads it, which it keeps to itself. */
type Shapes = { hasGlyphForCodePoint(codePoint: number): boolean };

/** Widths of characters at one point, by font: they are asked for anew for every document, and are always the same. */
const knownWidths = new WeakMap<Uint8Array, Map<string, number>>();

export function typefaceOf(doc: Doc, font: Uint8Array): Typeface {
  const shapes = (doc as unknown as { _font: { font: Shapes } })._font.font;
  const asPrinted = (text: string) => printable(text, codePoint => shapes.hasGlyphForCodePoint(codePoint));
  const widths = knownWidths.get(font) ?? new Map<string, number>();
  knownWidths.set(font, widths);
  const widthOf = (character: string) => {
    const width = widths.get(character) ?? doc.fontSize(100).widthOfString(character) / 100;
    widths.set(character, width);
    return width;
  };
  const measure = (text: string, size: number) => [...text].reduce((sum, one) => sum + widthOf(one), 0) * size;
  const lineAsPrinted = (line: Line): Line =>
    line.map(part => (typeof part === 'string' ? asPrinted(part) : { ...part, label: asPrinted(part.label) }));
  return {
    asPrinted,
    measure: (text, size) => measure(asPrinted(text), size),
    broken: (lines, width, size) => breakLines(lines.map(lineAsPrinted), width, text => measure(text, size)),
  };
}

import { chartCharacters } from './chart-characters.ts';
import { chartLines } from './chart-lines.ts';

/** A part of a text for a hospital's chart, as its lines are said. */
export type TextPart = { readonly title: string; readonly lines: readonly string[] };

/** The text, and how many characters a chart has no sign for. */
export type ChartText = { readonly text: string; readonly lost: number };

/** Parts under one head in the form that charts take in: plain lines of forty characters, nothing that marks up. */
export function chartText(head: string, parts: readonly TextPart[]): ChartText {
  const said = parts
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => [`■${title}`, ...lines.map(line => line.trimEnd())].join('\n'));
  const { text, lost } = chartCharacters([head, ...said].join('\n\n'));
  return { text: `${chartLines(text)}\n`, lost };
}

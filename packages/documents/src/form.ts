import { type Category, codeWords, type Day, wordsOf } from '@kaerimichi/discharge';
import { eraYear } from '@kaerimichi/rules/calendar';
import type { Entry, Known, ReadType } from './known.ts';
import type { Cell, Choice, Line, Origin, Rows, Table } from './paper.ts';

/** Something recorded, with where it comes from; no lines: nothing is. */
export type Told = { readonly lines: readonly Line[]; readonly from: readonly Origin[] };

export const nothing: Told = { lines: [], from: [] };

const isWritten = (text: string | null | undefined): text is string => typeof text === 'string' && text.trim() !== '';

/** A text as it was written, line by line. */
export const told = (text: string | null | undefined, from: readonly Origin[] = []): Told =>
  isWritten(text) ? { lines: text.split('\n').map(line => [line]), from } : nothing;

/** Several of them one below the other. */
export const together = (...all: readonly Told[]): Told => ({
  lines: all.flatMap(({ lines }) => lines),
  from: all.flatMap(({ from }) => from),
});

/** With words before it; of nothing, nothing. */
export const headed = (head: string, { lines, from }: Told): Told =>
  lines.length === 0 ? nothing : { lines: [[head, ...(lines[0] ?? [])], ...lines.slice(1)], from };

type Place = { readonly space?: number; readonly width?: number };

export const cell = (
  label: string,
  category: Category,
  { lines, from }: Told,
  { space = 1, width = 1 }: Place = {},
): Cell => ({ label, category, lines, from, isRecorded: lines.length > 0, space, width });

/** A place whose words the form prints itself, to be ticked, ringed or written in by hand unless something is recorded. */
export const printed = (
  label: string,
  category: Category,
  { lines, from }: Told,
  { isRecorded = false, space = 1, width = 1 }: Place & { readonly isRecorded?: boolean } = {},
): Cell => ({ label, category, lines, from, isRecorded, space, width });

export const rows = (title: string | null, ...all: readonly (readonly Cell[])[]): Rows => ({
  kind: 'rows',
  title,
  rows: all,
});

type Usual = 'from' | 'space' | 'isRecorded';
/** A table; what is recorded stands in it where it has a row, unless it is told otherwise. */
export const table = ({
  from = [],
  space = 0,
  ...parts
}: Omit<Table, 'kind' | Usual> & Partial<Pick<Table, Usual>>): Table => ({
  kind: 'table',
  from,
  space,
  isRecorded: parts.rows.length > 0,
  ...parts,
});

export const box = (label: string, isChosen = false): Choice => ({ mark: 'box', label, isChosen });
export const ring = (label: string, isChosen = false): Choice => ({ mark: 'ring', label, isChosen });

/** `2026年11月30日(令和8年)`: the year as both are written. */
export function longDay(on: Day): string {
  const era = eraYear(on)?.ja;
  return `${plainDay(on)}${era ? `(${era})` : ''}`;
}

/** `2026年11月30日`, where there is little room. */
export const plainDay = (on: Day): string => {
  const [year, month, date] = on.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

/** Changes with every printing, and says nothing of the child. */
export const MADE_ON = 'この紙を作った日';

export const shortDay = (on: Day): string => on.replaceAll('-', '/');

/** Where a day is to be written in by hand. */
export const blankDay = '        年      月      日';
export const dayOr = (on: Day | undefined | null): string => (on ? longDay(on) : blankDay);

/** A code in Japanese; `grandparent-2`, one more of its kind, with its number. */
export function codeOf(code: string, field = ''): string {
  const [, one = code, nth] = /^(\w+)-(\d+)$/.exec(code) ?? [];
  const words = wordsOf(field, one) ?? codeWords[one];
  return `${words?.ja ?? one}${nth ? `(${nth}人目)` : ''}`;
}

export const originOf = ({ event: { seq, on, occurredOn }, told: label }: Entry): Origin => ({
  seq,
  label,
  on: occurredOn ?? on,
});

/** The newest entry of a kind that is meant. */
export const newest = (
  { entries }: Known,
  type: ReadType,
  isMeant: (entry: Entry) => boolean = () => true,
): Entry | undefined => entries.findLast(entry => entry.event.type === type && isMeant(entry));

export const allOf = ({ entries }: Known, type: ReadType): Entry[] =>
  entries.filter(({ event }) => event.type === type);

/** A text of the newest entry of a kind. */
export function written(known: Known, type: ReadType, name = 'note'): Told {
  const entry = newest(known, type);
  return entry ? told(entry.texts[name], [originOf(entry)]) : nothing;
}

/** What was told by an entry that a fact remembers by its number, or by its kind. */
export const from = (known: Known, type: ReadType, isMeant?: (entry: Entry) => boolean): Origin[] => {
  const entry = newest(known, type, isMeant);
  return entry ? [originOf(entry)] : [];
};

/** What has a name in words, with a comma between. */
export const listed = (codes: readonly string[], field = ''): string =>
  codes.map(code => codeOf(code, field)).join('、');

import { z } from 'zod';
import type { Card } from './card.ts';

/** Columns whose values repeat from card to card and are longer than a number: they are half of a board's bytes. */
const codedColumns = ['tracks', 'needs', 'due', 'turn', 'holds', 'cond', 'next', 'owners', 'flags', 'lead'] as const;
const coded: ReadonlySet<string> = new Set(codedColumns);

/** Columns of a first board's rows, in order. */
export const cardColumns = [
  'id',
  'no',
  'name',
  'unnamed',
  'initial',
  'age',
  'corrAge',
  'expectedOn',
  'stage',
  'column',
  'phase',
  ...codedColumns,
  'version',
] as const satisfies readonly (keyof Card)[];

/**
 * A row is the values of a card in the order of `columns`, an absent value null. For a column that `dictionaries` names,
 * a row holds the place of its value in that list.
 */
export const boardRows = z.strictObject({
  columns: z.array(z.string()),
  rows: z.array(z.array(z.unknown())),
  dictionaries: z.record(z.string(), z.array(z.unknown())),
});
export type BoardRows = z.infer<typeof boardRows>;

// A card that was shown before comes as the same object, with the same values in it.
const texts = new WeakMap<object, string>();

function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = JSON.stringify(value);
  texts.set(value, text);
  return text;
}

/** Cards as rows with a column list and dictionaries: what a board's cards have in common is sent once. */
export function toBoardRows(cards: readonly Card[]): BoardRows {
  const dictionaries: Record<string, unknown[]> = {};
  const places = new Map<string, Map<string, number>>();
  for (const name of codedColumns) {
    dictionaries[name] = [];
    places.set(name, new Map());
  }
  const placeOf = (name: string, value: unknown): number => {
    const text = textOf(value);
    const list = dictionaries[name] ?? [];
    const known = places.get(name);
    const place = known?.get(text) ?? list.push(value) - 1;
    known?.set(text, place);
    return place;
  };
  const cell = (name: (typeof cardColumns)[number], value: unknown) =>
    value === undefined || value === null ? null : coded.has(name) ? placeOf(name, value) : value;
  return {
    columns: [...cardColumns],
    rows: cards.map(card => cardColumns.map(name => cell(name, card[name]))),
    dictionaries,
  };
}

/** The cards of a first board, as they were. */
export function fromBoardRows({ columns, rows, dictionaries }: BoardRows): Card[] {
  const meaningOf = (name: string, cell: unknown) => {
    const list = dictionaries[name];
    return list && typeof cell === 'number' ? list[cell] : cell;
  };
  return rows.map(row => {
    const pairs = columns.map((name, at) => [name, meaningOf(name, row[at])] as const);
    // The contract's own projection, from the same origin and build; a case without a next step says so.
    return Object.fromEntries(pairs.filter(([name, value]) => value !== null || name === 'next')) as Card;
  });
}

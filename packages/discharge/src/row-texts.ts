import { z } from 'zod';
import type { EventDefinition, TextField } from './event.ts';
import { visibleLine } from './visible-text.ts';

type Row = Readonly<Record<string, unknown>>;
type Fields = Readonly<Record<string, unknown>>;
type Texts = Readonly<Record<string, string>>;

/** Free text of the rows of a list, by the list and its own name: `{ actionItems: { what } }`. */
export type RowTexts = Readonly<Record<string, Readonly<Record<string, TextField>>>>;

const isRow = (row: unknown): row is Row => typeof row === 'object' && row !== null && !Array.isArray(row);

/** Under this name a record keeps the text of one row. */
export const rowTextName = (list: string, row: string, name: string): string => `${list}.${row}.${name}`;

/** The schema of a list as a client sends it: each row with its texts first. */
export function withRowTexts(list: z.ZodType, texts: Readonly<Record<string, TextField>>): z.ZodType {
  if (list instanceof z.ZodOptional) return withRowTexts(list.unwrap() as z.ZodType, texts).optional();
  if (!(list instanceof z.ZodArray) || !(list.element instanceof z.ZodObject)) throw new Error('no list of rows');
  const shape = Object.entries(texts).map(([name, { required, maxLength }]) => {
    const text = visibleLine(maxLength);
    return [name, required ? text : text.optional()];
  });
  const element = z.strictObject({ ...Object.fromEntries(shape), ...list.element.shape });
  return list.clone({ ...list._zod.def, element }, { parent: true });
}

/** What was sent, taken apart: the body that the chart decides about, and every text under the name its record keeps it by. */
export function splitTexts(
  { texts, rowTexts }: Pick<EventDefinition, 'texts' | 'rowTexts'>,
  fields: Fields,
): { readonly body: Fields; readonly texts: Texts } {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  const body: Record<string, unknown> = {};
  const kept: Record<string, string> = {};
  for (const [name, value] of given) {
    const ofRows = rowTexts[name];
    if (name in texts) kept[name] = String(value);
    else if (ofRows && Array.isArray(value))
      body[name] = value.filter(isRow).map(row => withoutTexts(name, row, ofRows, kept));
    else body[name] = value;
  }
  return { body, texts: kept };
}

function withoutTexts(list: string, row: Row, texts: RowTexts[string], kept: Record<string, string>): Row {
  for (const name of Object.keys(texts))
    if (typeof row[name] === 'string') kept[rowTextName(list, String(row.id), name)] = row[name];
  return Object.fromEntries(Object.entries(row).filter(([name]) => !(name in texts)));
}

/** An entry as its reader is told it: the texts of rows stand in their rows again. */
export function joinRowTexts(
  { rowTexts }: Pick<EventDefinition, 'rowTexts'>,
  { body, texts }: { readonly body: Fields; readonly texts: Texts },
): { readonly body: Fields; readonly texts: Texts } {
  const lists = Object.entries(rowTexts);
  if (lists.length === 0) return { body, texts };
  const joined = lists.flatMap(([list, names]): [string, unknown][] => {
    const rows = body[list];
    return Array.isArray(rows) ? [[list, rows.map(row => (isRow(row) ? rowWith(list, row, names, texts) : row))]] : [];
  });
  const isOfRow = (name: string) => lists.some(([list]) => name.startsWith(`${list}.`));
  const others = Object.entries(texts).filter(([name]) => !isOfRow(name));
  return { body: { ...body, ...Object.fromEntries(joined) }, texts: Object.fromEntries(others) };
}

function rowWith(list: string, row: Row, names: RowTexts[string], texts: Texts): Row {
  const own = Object.keys(names).flatMap((name): [string, string][] => {
    const text = texts[rowTextName(list, String(row.id), name)];
    return text === undefined ? [] : [[name, text]];
  });
  return { ...row, ...Object.fromEntries(own) };
}

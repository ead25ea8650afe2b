import { parseDay } from '../../parts/parse-day.ts';
import { isKana, toHiragana } from '../../parts/parse-kana.ts';
import { parseWhole } from '../../parts/parse-whole.ts';
import type { FieldSpec } from './schema.ts';

/** What has been typed, as typed: text for lines, days and numbers; ids for choices; rows for repeated parts. */
export type Value = string | boolean | readonly string[] | Values | readonly Values[];
export type Values = { readonly [name: string]: Value | undefined };

/** A fault of the input: where, and why. */
export type Fault = { readonly path: string; readonly label: string; readonly why: FaultCode };
export type FaultCode = 'missing' | 'day' | 'whole' | 'range' | 'code' | 'kana' | 'tooFew';

/** Value of an item field that stands for an item still to be made. */
export const NEW_ITEM = '+';

type Reading = { readonly today: string; readonly newId: (path: string) => string };
type Read = { readonly value: unknown; readonly faults: readonly Fault[] };

const absent: Read = { value: undefined, faults: [] };
const fine = (value: unknown): Read => ({ value, faults: [] });

export const isValues = (value: Value | undefined): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const textOf = (value: Value | undefined): string => (typeof value === 'string' ? value : '');
export const listOf = (value: Value | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
export const rowsOf = (value: Value | undefined): readonly Values[] =>
  Array.isArray(value) ? value.filter(item => isValues(item)) : [];

/** The body to send, and every fault at once. Empty optional fields are left out. */
export function readValues(
  fields: readonly FieldSpec[],
  values: Values,
  reading: Reading,
): { body: Record<string, unknown>; faults: Fault[] } {
  return readFields(fields, values, { ...reading, at: '' });
}

type At = Reading & { readonly at: string };

function readFields(fields: readonly FieldSpec[], values: Values, around: At) {
  const body: Record<string, unknown> = {};
  const faults: Fault[] = [];
  for (const field of fields) {
    const path = around.at === '' ? field.name : `${around.at}.${field.name}`;
    const read = readField(field, values[field.name], { ...around, at: path });
    if (read.value !== undefined) body[field.name] = read.value;
    faults.push(...read.faults);
  }
  return { body, faults };
}

function readField(field: FieldSpec, value: Value | undefined, around: At): Read {
  const fault = (why: FaultCode): Read => ({
    value: undefined,
    faults: [{ path: around.at, label: field.label, why }],
  });
  const nothing = () => (field.isRequired ? fault('missing') : absent);
  const text = textOf(value).trim();
  switch (field.kind) {
    case 'newId':
      return fine(text === '' ? around.newId(around.at) : text);
    case 'item':
      if (text === NEW_ITEM) return fine(around.newId(around.at));
      return text === '' ? nothing() : fine(text);
    case 'text':
      if (text === '') return nothing();
      return field.isCode && !/^[\w-]{1,60}$/.test(text) ? fault('code') : fine(text);
    case 'kana':
      if (text === '') return nothing();
      return isKana(text) ? fine(toHiragana(text)) : fault('kana');
    // No form asks for an instant: what is sent of one is chosen where it is meant.
    case 'instant':
    case 'choice':
      return text === '' ? nothing() : fine(text);
    case 'day': {
      const day = parseDay(text, around.today);
      return text === '' ? nothing() : day ? fine(day) : fault('day');
    }
    case 'whole':
      return text === '' ? nothing() : readWhole(field, parseWhole(text, field.unit), fault);
    case 'yesNo':
      return typeof value === 'boolean' ? fine(value) : nothing();
    case 'choices': {
      const chosen = listOf(value);
      if (chosen.length < field.least) return fault('tooFew');
      if (chosen.length === 0 && !field.isRequired) return absent;
      return fine(field.areWhole ? chosen.map(Number) : chosen);
    }
    case 'group':
      return readGroup(field, value, around);
    case 'rows':
      return readRows(field, rowsOf(value), around);
  }
}

function readWhole(field: FieldSpec & { kind: 'whole' }, whole: number | null, fault: (why: FaultCode) => Read): Read {
  if (whole === null) return fault('whole');
  const isOut = whole < (field.least ?? -Infinity) || whole > (field.most ?? Infinity);
  return isOut ? fault('range') : fine(whole);
}

const isEmpty = (value: Value | undefined): boolean =>
  value === undefined || value === '' || (isValues(value) && Object.values(value).every(isEmpty));

function readGroup(field: FieldSpec & { kind: 'group' }, value: Value | undefined, around: At): Read {
  if (isEmpty(value) && !field.isRequired) return absent;
  const { body, faults } = readFields(field.fields, isValues(value) ? value : {}, around);
  return { value: body, faults };
}

function readRows(field: FieldSpec & { kind: 'rows' }, rows: readonly Values[], around: At): Read {
  if (rows.length < field.least)
    return { value: undefined, faults: [{ path: around.at, label: field.label, why: 'tooFew' }] };
  if (rows.length === 0 && !field.isRequired) return absent;
  const read = rows.map((row, n) => readFields(field.fields, row, { ...around, at: `${around.at}.${n}` }));
  return { value: read.map(({ body }) => body), faults: read.flatMap(({ faults }) => faults) };
}

/** Values that a link brings along (`?requirementId=…`), in the shape of their fields. */
export function prefilled(fields: readonly FieldSpec[], search: URLSearchParams): Values {
  return Object.fromEntries(
    fields.flatMap((field): [string, Value][] => {
      const given = search.get(field.name);
      if (given === null) return [];
      if (field.kind === 'choices') return [[field.name, given.split(',')]];
      if (field.kind === 'yesNo') return [[field.name, given === 'true']];
      return field.kind === 'group' || field.kind === 'rows' ? [] : [[field.name, given]];
    }),
  );
}

/** Path of an issue as a server may write it (`givers[0].relation`, `/givers/0/relation`), as the form knows it. */
export const formPath = (path: string): string =>
  path
    .replace(/\[(\d+)\]/g, '.$1')
    .replace(/\//g, '.')
    .replace(/^\.+/, '');

/** What is known already, as it would be typed: a plan that is revised begins with the plan there is. */
export function toValues(fields: readonly FieldSpec[], known: Readonly<Record<string, unknown>>): Values {
  return Object.fromEntries(
    fields.flatMap((field): [string, Value][] => {
      const value = toValue(field, known[field.name]);
      return value === undefined ? [] : [[field.name, value]];
    }),
  );
}

const isKnown = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function toValue(field: FieldSpec, known: unknown): Value | undefined {
  if (known === undefined || known === null) return undefined;
  if (field.kind === 'yesNo') return known === true;
  if (field.kind === 'choices') return Array.isArray(known) ? known.map(String) : undefined;
  if (field.kind === 'group') return isKnown(known) ? toValues(field.fields, known) : undefined;
  if (field.kind === 'rows')
    return Array.isArray(known) ? known.filter(isKnown).map(row => toValues(field.fields, row)) : undefined;
  return typeof known === 'object' ? undefined : String(known);
}

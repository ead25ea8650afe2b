/** Values of a foreign file: nothing is believed, nothing throws. */
export type Json = { readonly [key: string]: unknown };

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects of a list; a single object where a list belongs is taken as one. */
export function objects(value: unknown): Json[] {
  if (Array.isArray(value)) return value.filter(isObject);
  return isObject(value) ? [value] : [];
}

/** Longest text kept of one value. */
const LONGEST = 500;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters of a foreign file are what is removed
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u061c\u2028-\u202e\u2066-\u2069]+/g;
/** Without width: a space in their place would part one name in two. */
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u2060\ufeff]+/g;

/** A text in one normal form, without control characters and lone surrogates; undefined where there is none. */
export function text(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const clean = cut(value.toWellFormed().normalize('NFC').replace(UNSEEN, '').replace(CONTROL, ' ').trim(), LONGEST);
  return clean === '' ? undefined : clean;
}

/** The beginning of a text, never half a character: a database refuses lone surrogates. */
export const cut = (whole: string, most: number): string =>
  whole.length <= most ? whole : whole.slice(0, most).toWellFormed();

/** Text of a CodeableConcept: its own text, else the first display or code. */
export function conceptText(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const codings = objects(value.coding);
  return (
    text(value.text) ??
    codings.map(({ display }) => text(display)).find(Boolean) ??
    codings.map(({ code }) => text(code)).find(Boolean)
  );
}

/** Codes of a CodeableConcept, of every system or of those whose system ends so. */
export const conceptCodes = (value: unknown, system = ''): string[] =>
  isObject(value)
    ? objects(value.coding)
        .filter(coding => (text(coding.system) ?? '').endsWith(system))
        .flatMap(({ code }) => text(code) ?? [])
    : [];

/** A day, or the month or year where a file knows no more; undefined where there is none. */
export const timeOf = (value: unknown): string | undefined =>
  dayOf(value) ?? (typeof value === 'string' ? /^\d{4}(-(0[1-9]|1[0-2]))?$/.exec(value)?.[0] : undefined);

/** Is something nested deeper than this? Writing such a value out again would exhaust the stack. */
export const isDeeperThan = (most: number, value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (most === 0 || Object.values(value).some(inner => isDeeperThan(most - 1, inner)));

/** A day that exists, from a date or an instant. */
export function dayOf(value: unknown): string | undefined {
  const day = typeof value === 'string' ? /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0] : undefined;
  if (!day) return undefined;
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : undefined;
}

import type { Fit, Language } from '@kaerimichi/discharge';

export type Choice = { readonly value: string; readonly label: string };

type Base = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isRequired: boolean;
};

/** One field of a form, as the schema of an event asks for it. */
export type FieldSpec =
  | (Base & { readonly kind: 'text'; readonly isLong: boolean; readonly isCode: boolean; readonly most?: number })
  | (Base & { readonly kind: 'day' | 'yesNo' })
  /** How a name is read. */
  | (Base & { readonly kind: 'kana'; readonly most?: number })
  /** Told by a history; a form is about days and asks for none. */
  | (Base & { readonly kind: 'instant' })
  | (Base & {
      readonly kind: 'whole';
      readonly least?: number;
      readonly most?: number;
      /** `g`; stands in the label, and behind the number. */
      readonly unit?: string;
    })
  | (Base & { readonly kind: 'choice'; readonly choices: readonly Choice[] })
  | (Base & {
      readonly kind: 'choices';
      readonly choices: readonly Choice[];
      readonly areWhole: boolean;
      readonly least: number;
    })
  /** An item of the case or of the network, by id. */
  | (Base & { readonly kind: 'item'; readonly ref: string; readonly fits: readonly Fit[]; readonly allowsNew: boolean })
  /** The id of a new item: made here, no field is seen. */
  | (Base & { readonly kind: 'newId' })
  | (Base & { readonly kind: 'group'; readonly fields: readonly FieldSpec[] })
  | (Base & { readonly kind: 'rows'; readonly fields: readonly FieldSpec[]; readonly least: number });

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const objectAt = (json: Json, key: string): Json => {
  const value = json[key];
  return isObject(value) ? value : {};
};
const stringAt = (json: Json, key: string): string | undefined => {
  const value = json[key];
  return typeof value === 'string' ? value : undefined;
};
const numberAt = (json: Json, key: string): number | undefined => {
  const value = json[key];
  return typeof value === 'number' ? value : undefined;
};

/** What an item must be that a field names, as the pathway says it. */
export const fitsAt = (json: Json): readonly Fit[] => {
  const fits = json['x-fits'];
  return Array.isArray(fits) ? fits : [];
};

/** A text longer than this is written in several lines. */
const LINE = 200;
/** As many whole numbers as a list of boxes bears. */
const MOST_BOXES = 12;

/** Fields of an event's body from its JSON Schema; `type` is sent by the form itself. */
export function fieldsOf(schema: Json, language: Language): FieldSpec[] {
  const properties = objectAt(schema, 'properties');
  const listed = schema.required;
  const required = Array.isArray(listed) ? listed : [];
  return Object.entries(properties).flatMap(([name, property]) =>
    isObject(property) && property.const === undefined && !isCalled(property)
      ? [fieldOf(name, property, { isRequired: required.includes(name), language })]
      : [],
  );
}

/** People are called where a note is written, and chosen there. */
const isCalled = (json: Json): boolean => stringAt(objectAt(json, 'items'), 'x-ref') !== undefined;

type Around = { readonly isRequired: boolean; readonly language: Language };

function fieldOf(name: string, json: Json, { isRequired, language }: Around): FieldSpec {
  const label = stringAt(objectAt(json, 'x-label'), language) ?? name;
  const hint = stringAt(objectAt(json, 'x-hint'), language);
  const base = { name, label, isRequired, ...(hint ? { hint } : {}) };
  if (json.type === 'array') return listField(base, json, language);
  if (json.type === 'object') return { ...base, kind: 'group', fields: fieldsOf(json, language) };
  if (json.type === 'boolean') return { ...base, kind: 'yesNo' };
  if (json.type === 'integer' || json.type === 'number') return wholeField(base, json, language);
  if (Array.isArray(json.enum)) return { ...base, kind: 'choice', choices: choicesOf(json, language) };
  return stringField(base, json);
}

function stringField(base: Base, json: Json): FieldSpec {
  const ref = stringAt(json, 'x-ref');
  const makesNew = json['x-new'];
  if (makesNew === 'always' || makesNew === true || (!ref && base.name === 'id')) return { ...base, kind: 'newId' };
  if (ref) return { ...base, kind: 'item', ref, fits: fitsAt(json), allowsNew: makesNew === 'orKnown' };
  if (json.format === 'date') return { ...base, kind: 'day' };
  if (json.format === 'date-time') return { ...base, kind: 'instant' };
  const most = numberAt(json, 'maxLength');
  const room = most === undefined ? {} : { most };
  if (json['x-kana'] === true) return { ...base, kind: 'kana', ...room };
  const isCode = stringAt(json, 'pattern') !== undefined;
  return { ...base, kind: 'text', isCode, isLong: (most ?? 0) > LINE, ...room };
}

function wholeField(base: Base, json: Json, language: Language): FieldSpec {
  const [least, most] = boundsOf(json);
  const unit = stringAt(objectAt(json, 'x-unit'), language);
  return {
    ...base,
    kind: 'whole',
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
    ...(unit === undefined ? {} : { unit }),
  };
}

/** Bounds that mean something; those of every safe integer do not. */
function boundsOf(json: Json): [number | undefined, number | undefined] {
  const above = numberAt(json, 'exclusiveMinimum');
  const least = numberAt(json, 'minimum') ?? (above === undefined ? undefined : above + 1);
  const most = numberAt(json, 'maximum');
  const isReal = (bound: number | undefined) => bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER;
  return [isReal(least) ? least : undefined, isReal(most) ? most : undefined];
}

function listField(base: Base, json: Json, language: Language): FieldSpec {
  const items = objectAt(json, 'items');
  const least = Math.max(numberAt(json, 'minItems') ?? 0, 0);
  if (items.type === 'object') return { ...base, kind: 'rows', fields: fieldsOf(items, language), least };
  if (Array.isArray(items.enum))
    return { ...base, kind: 'choices', choices: choicesOf(items, language), areWhole: false, least };
  const [from = 1, to = MOST_BOXES] = boundsOf(items);
  const choices = [...Array(Math.min(to - from + 1, MOST_BOXES)).keys()].map(at => String(from + at));
  return { ...base, kind: 'choices', choices: choices.map(value => ({ value, label: value })), areWhole: true, least };
}

function choicesOf(json: Json, language: Language): Choice[] {
  const words = objectAt(json, 'x-words');
  const values = Array.isArray(json.enum) ? json.enum : [];
  return values.map(value => {
    const word = objectAt(words, String(value));
    return { value: String(value), label: stringAt(word, language) ?? String(value) };
  });
}

import type { Objection } from './event.ts';
import type { CaseFacts } from './facts.ts';

type Item = Readonly<Record<string, unknown>>;

/**
 * What one field of an item must be: without a value, with one, or one of these codes. As data, so that the refusal of an
 * event and the form that offers items are one line (`x-fits` in GET /pathway).
 */
export type Fit = { readonly field: string; readonly is: 'empty' | 'filled' | readonly string[] };
export type Condition<Field extends string = string> = Fit & {
  readonly field: Field;
  /** Why the event does not fit, said of the item. */
  readonly otherwise: (item: Item) => Objection;
};

/** Lists of the facts whose items have an id. */
type ItemList = {
  [List in keyof CaseFacts]-?: CaseFacts[List] extends readonly { id: string }[] ? List : never;
}[keyof CaseFacts];

/** A known item that an event is about: its list in the facts, the field of the body that names it, what it must be. */
export type About = {
  readonly list: ItemList;
  readonly field: string;
  readonly must: readonly Condition[];
};

export const about = <List extends ItemList, Field extends string>(
  list: List,
  field: Field,
  ...must: readonly Condition<keyof CaseFacts[List][number] & string>[]
) => ({ list, field, must }) as const;

type Otherwise = Objection | ((item: Item) => Objection);
const said = (otherwise: Otherwise) => (typeof otherwise === 'function' ? otherwise : () => otherwise);

export const isEmpty = <Field extends string>(field: Field, otherwise: Otherwise): Condition<Field> => ({
  field,
  is: 'empty',
  otherwise: said(otherwise),
});
export const isFilled = <Field extends string>(field: Field, otherwise: Otherwise): Condition<Field> => ({
  field,
  is: 'filled',
  otherwise: said(otherwise),
});
export const isOneOf = <Field extends string>(
  field: Field,
  is: readonly string[],
  otherwise: Otherwise = inAnotherState,
): Condition<Field> => ({ field, is, otherwise: said(otherwise) });

const inAnotherState = ({ id, status }: Item): Objection => ({
  code: 'item.state',
  text: { ja: 'いまの状態ではこの記録はできません。', en: 'This cannot be recorded in its present state.' },
  params: { id, status },
});

const hasValue = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== 0;

/** Whether an item is what an event about it wants. */
export const isFitting = (item: Item, fits: readonly Fit[]): boolean =>
  fits.every(({ field, is }) =>
    typeof is === 'string' ? hasValue(item[field]) === (is === 'filled') : is.includes(String(item[field])),
  );

/** Said of what is not there, and in the same words of what whoever asks does not see. */
export const unknownItem = (id: string): Objection => ({
  code: 'item.unknown',
  text: { ja: `「${id}」は記録されていません。`, en: `“${id}” is not recorded.` },
});

/** Objects when no item with the id exists, or when it is not what the event wants. */
export function objectionToItem(facts: CaseFacts, { list, must }: About, id: string): Objection | null {
  const items: readonly (Item & { id: string })[] = facts[list];
  const item = items.find(other => other.id === id);
  if (!item) return unknownItem(id);
  return must.find(condition => !isFitting(item, [condition]))?.otherwise(item) ?? null;
}

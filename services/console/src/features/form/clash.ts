import type { EventBody } from '../../api/send-event.ts';
import { mergeFields } from './merge-fields.ts';
import { itemFieldsOf, type Past, touchesSameFacts } from './same-facts.ts';
import type { FieldSpec } from './schema.ts';
import { textOf, toValues, type Value, type Values } from './values.ts';

type Body = Readonly<Record<string, unknown>>;
type Entry = Past & { readonly texts: Readonly<Record<string, string>> | null };

export type Choice = 'theirs' | 'mine' | 'both';
/** Fields that two people changed to something different, both contents, and what was chosen so far. */
export type Clash = {
  readonly fields: readonly FieldSpec[];
  readonly mine: Body;
  readonly theirs: Body;
  readonly choices: Readonly<Record<string, Choice>>;
};

/** What follows from the events that were faster. */
export type Rebase =
  /** Nothing of theirs is in the way; `taken` are values that only they changed, for the form. */
  | { readonly kind: 'again'; readonly body: EventBody; readonly taken: Values }
  /** Both changed the same fields: a person chooses. */
  | { readonly kind: 'choose'; readonly clash: Clash; readonly theirs: Values; readonly taken: Values }
  /** They wrote to the same item in a way that has no fields to compare: a person looks, and presses again. */
  | { readonly kind: 'look' };

type Typed = { readonly fields: readonly FieldSpec[]; readonly base: Body; readonly body: EventBody };

/** The day belongs to one's own entry, whatever somebody else wrote. */
const isOwn = (name: string) => name === 'occurredOn';

/** Whether a form that lost a race may be sent again as it is, with what others changed, or needs a person. */
export function rebase(since: readonly Entry[], { fields, base, body }: Typed): Rebase {
  const items = itemFieldsOf(body.type, fields);
  const touching = since.filter(past => touchesSameFacts(body, past, items));
  if (touching.length === 0) return { kind: 'again', body, taken: {} };
  // Each of its kind writes the fact whole: the last one is what is there now.
  const last = touching.findLast(past => past.type === body.type && past.body !== null);
  if (!last) return { kind: 'look' };
  const theirs = { ...last.body, ...last.texts };
  const compared = fields.filter(({ name }) => !isOwn(name) && !items.includes(name));
  const names = compared.map(({ name }) => name);
  const { taken, clashes } = mergeFields(names, { base, mine: body, theirs });
  const their = toValues(fields, theirs);
  const values = Object.fromEntries(taken.map(name => [name, their[name]]));
  if (clashes.length === 0) {
    const merged = { ...body, ...Object.fromEntries(taken.map(name => [name, theirs[name]])) };
    return { kind: 'again', body: taken.length > 0 ? merged : body, taken: values };
  }
  const clash = { fields: compared.filter(({ name }) => clashes.includes(name)), mine: body, theirs, choices: {} };
  return { kind: 'choose', clash, theirs: their, taken: values };
}

/** Only written text can be joined. */
export const canJoin = (field: FieldSpec): boolean => field.kind === 'text' && !field.isCode;

/** The value of a field as chosen, in the form's terms. */
export function chosenValue(field: FieldSpec, clash: Clash, choice: Choice): Value | undefined {
  const [mine, theirs] = [toValues([field], clash.mine)[field.name], toValues([field], clash.theirs)[field.name]];
  if (choice === 'both') return [theirs, mine].map(textOf).join('\n');
  return choice === 'mine' ? mine : theirs;
}

/** Fields about which nothing has been chosen yet. */
export const unchosen = (clash: Clash): FieldSpec[] => clash.fields.filter(({ name }) => !clash.choices[name]);

import { z } from 'zod';
import type { About } from './about.ts';
import type { CaseFacts } from './facts.ts';
import type { FaultsOf } from './faults.ts';
import type { FormTraits } from './form-traits.ts';
import type { PeriodFields } from './period.ts';
import type { Turn } from './requirement.ts';
import type { RowTexts } from './row-texts.ts';
import type { CaseRules } from './rule-sets/case-rules.ts';
import type { Stamp } from './stamp.ts';
import type { Category, Day, RoleId, Sex } from './vocabulary.ts';
import type { Words } from './words.ts';

/** Fact: never changes the stage. Move: changes it. Time: comes from the worker and is refused from outside. */
export type EventKind = 'fact' | 'move' | 'time';

/** Who sends an event: one membership, in the role and organisation it acts for. */
export type Actor = {
  readonly membership: string;
  readonly person: string;
  readonly org: string;
  readonly role: RoleId | 'system';
  readonly mayWaive: boolean;
};

/** A record that keeps an event's text or document; the event carries only its id and salted hash. */
export type RecordRef = { readonly id: string; readonly hash: string };

/** An event as the chart and the history see it: parsed, stamped by the server, its free text moved to a record. */
export type CaseEvent<Body = Readonly<Record<string, unknown>>> = {
  readonly type: string;
  readonly seq: number;
  readonly at: string;
  /** Tokyo day of `at`: the day that requirements are asked about. */
  readonly on: Day;
  readonly occurredOn?: Day | undefined;
  readonly by: Actor;
  readonly record?: RecordRef | undefined;
  /** Names of the texts that came with it: known while it is decided, never stored, absent when it is decided again. */
  readonly said?: readonly string[] | undefined;
  readonly body: Body;
};

/** Why an event does not belong here now; shown as it is. */
export type Objection = {
  readonly code: string;
  readonly text: Words;
  readonly params?: Record<string, unknown>;
  /** Who can remove it, where that is not whoever sent the event. */
  readonly turn?: Turn;
  /** The event whose form removes it, and what the form may fill in. */
  readonly fix?: string;
  readonly fill?: Readonly<Record<string, string>>;
};

/** One thing that speaks against an event, several, or none. */
export type Objections = Objection | readonly (Objection | null)[] | null;

/** An objection with the event whose form removes it. */
export type NotYet = Objection & { readonly fix: string };

/** Free text of an event: kept in a record, never in facts or in the event's payload. */
export type TextField = {
  readonly label: Words;
  readonly required: boolean;
  readonly maxLength: number;
  /** A name on one line, or how it is read; else words in lines. */
  readonly kind?: 'line' | 'kana';
};

/** Who a child is, as far as events say it; it stands beside the facts, which name nobody. */
export type NamedChild = {
  readonly familyName: string | null;
  readonly givenName: string | null;
  readonly familyKana: string | null;
  readonly givenKana: string | null;
  readonly sex: Sex;
  /** Of twins and more: which one. */
  readonly birthOrder?: number | null;
};

/** An event with the texts that came with it, by name. */
type Said<Body> = { readonly body: Body; readonly texts: Readonly<Record<string, string>> };

/** What follows from an accepted event, as data. */
export type Effect = { readonly type: 'notify' | 'arm' | 'cancel'; readonly text: Words };

/** What the boards do by themselves; nobody is written to, and the sheet does not say so. */
export const shownToTeam: Effect = {
  type: 'notify',
  text: { ja: '支援チームのボードにすぐ表示されます', en: 'Shows at once on the boards of the team' },
};

export type EventDefinition<Type extends string = string, Body extends z.ZodObject = z.ZodObject> = {
  readonly type: Type;
  readonly kind: EventKind;
  /** May come without the newest version (note, contact log, visit record, handoff opened …). */
  readonly append: boolean;
  /** What whoever reads this category may know: that it happened, and every field that is not set apart. */
  readonly category: Category;
  /** Fields and texts of other categories than the entry's own; consent names categories, and one entry may hold several. */
  readonly apart: Apart;
  /** Fields and texts for the organisation that leads the case alone, whatever others may read. */
  readonly leadOnly: readonly string[];
  /** What its history says instead of `told`, where that says less than the lead knows. */
  readonly toldLead?: Words | undefined;
  /** For some of the team alone, by what the entry says: boards of other organisations are told that something changed, never what. */
  readonly isAddressed: boolean;
  /** Taken back by two people, as every move is. */
  readonly byTwo: boolean;
  /** For an entry between the lead and one organisation: that organisation, as the facts are now; undefined: the lead alone. */
  readonly addressee?: ((facts: CaseFacts, event: CaseEvent<z.infer<Body>>) => string | undefined) | undefined;
  /** What a button or a form is called. */
  readonly label: Words;
  /** How the Japanese label is read, in hiragana, its parts apart: a search takes any of them; null: there is no form. */
  readonly reading: string | null;
  /** Other names under which the form is found, with commas between; the Japanese ones as they are read. */
  readonly alsoCalled?: Words | undefined;
  /** What a history says: done, where the button says to do. */
  readonly told: Words;
  /** What a list of tasks and the next step of a card say: to do, where the button says what happened. */
  readonly todo: Words;
  readonly body: Body;
  readonly texts: Readonly<Record<string, TextField>>;
  /** Free text of the rows of a list of the body. */
  readonly rowTexts: RowTexts;
  readonly form: FormTraits;
  /** Fields of the body that hold its first and last day. */
  readonly period?: PeriodFields | undefined;
  /** What within the body and its texts does not go together, whatever the case. */
  readonly faults?: FaultsOf | undefined;
  /** The field that names the item which the event begins: its id is made by the form, or chosen when it may be a known one. */
  readonly item?: NewItem | undefined;
  /** The known item that the event is about. */
  readonly about?: About | undefined;
  /** Puts the event into the facts. */
  readonly record: (facts: CaseFacts, event: CaseEvent<z.infer<Body>>) => CaseFacts;
  /** Who the child is after it, which is then compared with others anew; absent where it says nothing about that. */
  readonly identity?: ((known: NamedChild, said: Said<z.infer<Body>>) => NamedChild) | undefined;
  /** What stands against the event beside the item that it is about. */
  readonly objection?: ((facts: CaseFacts, event: CaseEvent<z.infer<Body>>) => Objections) | undefined;
  /** What has to be recorded before this event makes sense at all, whatever its body; shown before anyone clicks. */
  readonly notYet?: ((facts: CaseFacts) => NotYet | null) | undefined;
  /** Fields of the body that nobody sends: `complete` fills them in. */
  readonly filledIn: readonly string[];
  /**
   * The body with what facts, the names of its texts and the rules in force tell beside it: asked once, before it is
   * decided, and stored.
   */
  readonly complete?:
    | ((facts: CaseFacts, event: CaseEvent<z.infer<Body>>, rules: CaseRules | null) => z.infer<Body>)
    | undefined;
  readonly effects: readonly Effect[];
};

export type NewItem = { readonly field: string; readonly isNew: 'always' | 'orKnown' };

/** Category by name of a field or text; as a function where it depends on what the entry says. */
export type Apart =
  | Readonly<Record<string, Category>>
  | ((
      body: Readonly<Record<string, unknown>>,
      /** Category of the entries of a type. */
      of: (type: string) => Category,
    ) => Readonly<Record<string, Category>>);

type Spec<Body extends z.ZodRawShape> = {
  label: Words;
  alsoCalled?: Words;
  /** Where the label does not read as something done. */
  told?: Words;
  /** Where the label does not read as something to do. */
  todo?: Words;
  category: Category;
  apart?: Apart;
  leadOnly?: readonly string[];
  toldLead?: Words;
  body?: Body;
  texts?: Record<string, Partial<TextField> & { label: Words }>;
  rowTexts?: RowTexts;
  form?: FormTraits & { readonly beginsToday?: keyof Body & string };
  period?: readonly [first: keyof Body & string, last: keyof Body & string];
  faults?: FaultsOf;
  item?: NewItem & { readonly field: keyof Body };
  about?: About & { readonly field: keyof Body };
  append?: boolean;
  isAddressed?: true;
  byTwo?: true;
  record?: (facts: CaseFacts, event: CaseEvent<z.infer<z.ZodObject<Body, z.core.$strict>>>) => CaseFacts;
  identity?: (known: NamedChild, said: Said<z.infer<z.ZodObject<Body, z.core.$strict>>>) => NamedChild;
  objection?: (facts: CaseFacts, event: CaseEvent<z.infer<z.ZodObject<Body, z.core.$strict>>>) => Objections;
  notYet?: (facts: CaseFacts) => NotYet | null;
  filledIn?: readonly (keyof Body & string)[];
  complete?: (
    facts: CaseFacts,
    event: CaseEvent<z.infer<z.ZodObject<Body, z.core.$strict>>>,
    rules: CaseRules | null,
  ) => z.infer<z.ZodObject<Body, z.core.$strict>>;
  addressee?: (facts: CaseFacts, event: CaseEvent<z.infer<z.ZodObject<Body, z.core.$strict>>>) => string | undefined;
  effects?: readonly Effect[];
};

/** Of an event that people fill in a form for. */
type FormSpec<Body extends z.ZodRawShape> = Spec<Body> & { reading: string };

function define<Type extends string, Body extends z.ZodRawShape>(
  kind: EventKind,
  type: Type,
  spec: Spec<Body> & { reading?: string },
) {
  const texts = Object.entries(spec.texts ?? {}).map(([name, text]) => [
    name,
    { required: false, maxLength: 4000, ...text },
  ]);
  return {
    type,
    kind,
    append: spec.append ?? false,
    category: spec.category,
    apart: spec.apart ?? {},
    leadOnly: spec.leadOnly ?? [],
    toldLead: spec.toldLead,
    isAddressed: spec.isAddressed ?? false,
    byTwo: spec.byTwo ?? kind === 'move',
    addressee: spec.addressee,
    label: spec.label,
    reading: spec.reading ?? null,
    alsoCalled: spec.alsoCalled,
    told: spec.told ?? spec.label,
    todo: spec.todo ?? spec.label,
    // An absent body is an empty one: the shape's type parameter is then {}.
    body: z.strictObject(spec.body ?? ({} as Body)),
    texts: Object.fromEntries(texts) as Readonly<Record<string, TextField>>,
    rowTexts: spec.rowTexts ?? {},
    form: spec.form ?? {},
    item: spec.item,
    about: spec.about,
    period: spec.period,
    faults: spec.faults,
    record: spec.record ?? (facts => facts),
    identity: spec.identity,
    objection: spec.objection,
    notYet: spec.notYet,
    filledIn: spec.filledIn ?? [],
    complete: spec.complete,
    effects: spec.effects ?? [],
  } satisfies EventDefinition<Type, z.ZodObject<Body, z.core.$strict>>;
}

export const defineFact = <T extends string, B extends z.ZodRawShape>(type: T, spec: FormSpec<B>) =>
  define('fact', type, spec);
/** A move that asks for no text of its own takes a note: what whoever reads on should know of it. */
export const defineMove = <T extends string, B extends z.ZodRawShape>(type: T, spec: FormSpec<B>) =>
  define('move', type, { texts: noteText, ...spec });
export const defineTime = <T extends string, B extends z.ZodRawShape>(type: T, spec: Spec<B>) =>
  define('time', type, spec);

/** An event as it is decided and stored, with what nobody sends. `rules`: those in force, where it begins with some. */
export function completeEvent(
  definition: EventDefinition,
  facts: CaseFacts,
  event: CaseEvent,
  rules: CaseRules | null = null,
): CaseEvent {
  return definition.complete ? { ...event, body: definition.complete(facts, event, rules) } : event;
}

/** Whether an event begins with the rules that are in force for whoever leads the case after it. */
export const beginsWithRules = ({ filledIn }: EventDefinition): boolean => filledIn.includes('rules');

/** When and in which round an event is recorded. */
export function stampOf(facts: CaseFacts, event: CaseEvent<unknown>): Stamp {
  return { seq: event.seq, on: event.occurredOn ?? event.on, round: facts.round };
}

/** Replaces the item with the same id, or appends it. */
export function putItem<Item extends { id: string }>(items: readonly Item[], item: Item): Item[] {
  return items.some(other => other.id === item.id)
    ? items.map(other => (other.id === item.id ? item : other))
    : [...items, item];
}

/** Changes one item in place; the list is unchanged where no item has the id. */
export function changeItem<Item extends { id: string }>(
  items: readonly Item[],
  id: string,
  change: Partial<Item>,
): Item[] {
  return items.map(item => (item.id === id ? { ...item, ...change } : item));
}

/** Objects when an item with the id exists already. */
export function mustBeNew(items: readonly { id: string }[], id: string): Objection | null {
  return items.some(item => item.id === id)
    ? { code: 'item.exists', text: { ja: `「${id}」はすでに記録されています。`, en: `“${id}” is already recorded.` } }
    : null;
}

/** The `reason` text that moves out of the ordinary must carry. */
export const reasonText = { reason: { label: { ja: '理由', en: 'Reason' }, required: true, maxLength: 1000 } };
export const noteText = { note: { label: { ja: 'メモ', en: 'Note' }, maxLength: 4000 } };

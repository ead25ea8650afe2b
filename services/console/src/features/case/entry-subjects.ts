import type { CaseView, HistoryEvent, Pathway } from '@kaerimichi/contracts';
import { taskRef } from '@kaerimichi/discharge';
import { shortDay, tokyoDayOf } from '../../words/dates.ts';
import type { Speech } from '../../words/words.ts';
import { withoutPlaces } from '../board/columns.ts';
import { itemWords, saidAsDay } from '../form/item-options.ts';
import { isItem } from '../form/items-of.ts';
import { type FieldSpec, fieldsOf } from '../form/schema.ts';
import { toldTask } from './told-task.ts';

type Names = Readonly<Record<string, string>>;
type Row = Readonly<Record<string, unknown>>;

type Told = {
  /** Entries that the viewer was given, newest first: an entry outside the categories comes without its body. */
  readonly events: readonly HistoryEvent[];
  readonly view: CaseView | undefined;
  readonly pathway: Pathway;
  /** Names of people and organisations by id. */
  readonly names: Names;
  readonly today: string;
};

/**
 * What entries name by id, in words: conditions, and the items that earlier entries made. Only from what the viewer was
 * given; what nothing there names has no words.
 */
export function entrySubjects(told: Told, speech: Speech): Names {
  const { pathway, view, names } = told;
  const conditions = pathway.requirements.map(({ id, text }) => [id, withoutPlaces(speech.pick(text))]);
  const lists = Object.values(view?.facts ?? {}).flatMap(category => Object.values(category));
  const items = lists
    .flatMap(list => (Array.isArray(list) ? list.filter(isItem) : []))
    .map(item => [item.id, itemWords(item, { orgs: names, view: view ?? null, today: told.today }, speech)])
    .filter(([id, words]) => typeof id === 'string' && words !== id);
  const known = {
    ...checksOfEntries(told, speech),
    ...Object.fromEntries([...conditions, ...items]),
    ...itemsOfEntries(told, speech),
    ...names,
  };
  return { ...tasksOfEntries(told, known, speech), ...known };
}

/** Things to check that templates ask for, whose words are those of their codes. */
function checksOfEntries({ events }: Told, { findCode }: Speech): Names {
  const named = events.flatMap(({ body }) => {
    const task = taskRef(String(body?.task ?? ''));
    return [body?.checkId, task?.kind === 'checklist' ? task.ref : undefined];
  });
  return Object.fromEntries(
    named.flatMap(id => {
      const words = typeof id === 'string' ? findCode('checkId', id) : null;
      return words === null ? [] : [[id, words]];
    }),
  );
}

/** Tasks by their keys, in the words of what they are about. */
function tasksOfEntries({ events, pathway }: Told, items: Names, speech: Speech): Names {
  const keys = events.flatMap(({ body }) => (typeof body?.task === 'string' ? [body.task] : []));
  return Object.fromEntries(keys.map(key => [key, toldTask(key, { pathway, items }, speech)]));
}

/** Items as the entries that made them say it; what was taken back or removed since is named by them alone. */
function itemsOfEntries({ events, pathway, names, today }: Told, speech: Speech): Names {
  const forms = new Map(pathway.events.map(({ type, schema }) => [type, fieldsOf(schema, speech.language)]));
  const found: Record<string, string> = {};
  for (const event of events.toReversed()) {
    const words = (fields: readonly FieldSpec[], row: Row) =>
      rowWords(fields, row, { names, speech, today }) || entryWords(event, speech, today);
    const note = (fields: readonly FieldSpec[], row: Row): void => {
      for (const field of fields) {
        const value = row[field.name];
        if (field.kind === 'rows' && Array.isArray(value))
          for (const inner of value.filter(isItem)) note(field.fields, inner);
        if (makesItem(field) && typeof value === 'string') found[value] = words(fields, row);
      }
    };
    note(forms.get(event.type) ?? [], event.body ?? {});
  }
  return found;
}

const makesItem = (field: FieldSpec) => field.kind === 'newId' || (field.kind === 'item' && field.allowsNew);

type Saying = { readonly names: Names; readonly speech: Speech; readonly today: string };

/** `のぞみ訪問看護ステーション 情報共有 12/1(火)`: whom, what and when, as a list of choices says it; of texts the line of an action item alone. */
function rowWords(fields: readonly FieldSpec[], row: Row, { names, speech, today }: Saying): string {
  const whom = fields.map(field => (field.kind === 'item' ? (names[String(row[field.name])] ?? '') : ''));
  const what = fields.map(field =>
    field.kind === 'choice' ? (field.choices.find(({ value }) => value === row[field.name])?.label ?? '') : '',
  );
  const when = saidAsDay.map(name => {
    const day = row[name];
    return typeof day === 'string' ? shortDay(day, speech.language, today) : '';
  });
  // What an action item is about tells it from the next better than whose it is.
  const written = typeof row.what === 'string' ? [row.what] : [];
  // A device is known by its kind.
  const kind = fields.flatMap(field =>
    field.kind === 'text' && field.isCode && field.name === 'kind' && typeof row.kind === 'string'
      ? [speech.code(field.name, row.kind)]
      : [],
  );
  return [...written, ...kind, ...whom, ...what, ...when].filter(text => text !== '').join(' ');
}

/** An entry as another one names it: what was recorded, and the day on which it was. */
function entryWords({ label, at, occurredOn }: HistoryEvent, speech: Speech, today: string): string {
  const day = occurredOn ?? (at && tokyoDayOf(at));
  return day ? speech.say('timeline.entry', { label, day: shortDay(day, speech.language, today) }) : label;
}

/** The entry that a correction or an undo is about, in words; empty where it is not among those given. */
export function aboutEntry(
  { body }: HistoryEvent,
  { events, today }: Pick<Told, 'events' | 'today'>,
  speech: Speech,
): string {
  const entry = events.find(({ seq }) => seq === body?.seq);
  return entry ? entryWords(entry, speech, today) : '';
}

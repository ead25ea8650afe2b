import { isRecord } from '../../api/is-record.ts';
import { dayAndTime, longDay, shortDay } from '../../words/dates.ts';
import type { Speech } from '../../words/words.ts';
import type { FieldSpec } from '../form/schema.ts';

export type Described = { readonly name: string; readonly label: string; readonly text: string };

type Names = Readonly<Record<string, string>>;
type Telling = { readonly speech: Speech; readonly names: Names; readonly today: string };
type Record_ = Readonly<Record<string, unknown>>;

/** What an event says, field by field, in the words of its form; an id without a name says nothing and is left out. */
export function describeBody(
  fields: readonly FieldSpec[],
  body: Record_,
  { speech, names, today }: Telling,
): Described[] {
  return fields.flatMap(field => {
    const text = describeField(field, body[field.name], { speech, names, today });
    return text === '' ? [] : [{ name: field.name, label: field.label, text }];
  });
}

function describeField(field: FieldSpec, value: unknown, telling: Telling): string {
  const { speech, names } = telling;
  if (value === undefined || value === null || field.kind === 'newId') return '';
  if (field.kind === 'item') return names[String(value)] ?? '';
  if (field.kind === 'day' && typeof value === 'string') return dayWords(field.name, value, telling);
  if (field.kind === 'instant') return dayAndTime(String(value), speech.language, telling.today);
  if (field.kind === 'yesNo') return speech.say(value ? 'form.yes' : 'form.no');
  if (field.kind === 'choice') return choiceWord(field.choices, value);
  if (field.kind === 'choices' && Array.isArray(value))
    return value.map(item => choiceWord(field.choices, item)).join(speech.say('common.listMark'));
  if (field.kind === 'group' && isRecord(value)) return describeRow(field.fields, value, telling);
  if (field.kind === 'rows' && Array.isArray(value)) return describeRows(field.fields, value.filter(isRecord), telling);
  // A number that stands for something (a level) is said with its word.
  if (field.kind === 'whole') return speech.findWord(field.name, String(value)) ?? String(value);
  return field.kind === 'text' && field.isCode ? speech.code(field.name, String(value)) : String(value);
}

/** A birthday in full with the era; every other day is one of this work and said in short. */
const dayWords = (name: string, day: string, { speech, today }: Telling): string =>
  name === 'bornOn' ? longDay(day, speech.language) : shortDay(day, speech.language, today);

const choiceWord = (choices: readonly { value: string; label: string }[], value: unknown): string =>
  choices.find(choice => choice.value === String(value))?.label ?? String(value);

/** `吸引(気切)(ひとりでできる人の必要数 2)、与薬`: rows that begin with a code are named by it; others stand apart. */
function describeRows(fields: readonly FieldSpec[], rows: readonly Record_[], telling: Telling): string {
  const { say } = telling.speech;
  const named = fields.find(({ kind }) => kind !== 'newId');
  if (named?.kind !== 'choice') return rows.map(row => describeRow(fields, row, telling)).join(' / ');
  const words = rows.map(row => {
    const rest = describeBody(fields, row, telling).filter(({ name }) => name !== named.name);
    const name = describeField(named, row[named.name], telling);
    const more = rest.map(({ label, text }) => `${label} ${text}`).join(say('common.listMark'));
    return more === '' ? name : say('common.nameWith', { name, more });
  });
  return words.join(say('common.listMark'));
}

const describeRow = (fields: readonly FieldSpec[], row: Record_, telling: Telling): string =>
  describeBody(fields, row, telling)
    .map(({ label, text }) => `${label}: ${text}`)
    .join(telling.speech.say('common.listMark'));

import { addDays, addMonths, dayWords } from '@kaerimichi/rules/calendar';
import type { CaseEvent, Objection } from './event.ts';
import type { CaseFacts } from './facts.ts';
import { fieldWords } from './field-words.ts';
import type { Day } from './vocabulary.ts';

/** A case may begin before birth; nothing about a child happened before it was conceived. */
const LONGEST_PREGNANCY_DAYS = 310;
/** From birth to adult care: no consent, certificate or plan of a child reaches further. */
const YEARS_AHEAD = 20;
/** What was planned is written down afterwards too, as it was, when a case is taken over from paper. */
const YEARS_BACK = 2;

/** Names of the fields that hold days, in every event; `conformance.test.ts` asks all schemas. */
export const isDayField = (name: string): boolean => /On$|^(from|to|until|since|replyBy)$/.test(name);
const planFields: readonly string[] = [
  'recheckOn',
  'rescreenOn',
  'dueOn',
  'plannedOn',
  'visitOn',
  'dischargeOn',
  'replyBy',
  'nextServiceOn',
  'to',
];
/** Birth has bounds of its own: a mistaken one is corrected by any other. */
const birthFields: readonly string[] = ['bornOn', 'expectedOn'];

type Named = { readonly path: string; readonly name: string; readonly on: Day };

/** Days that an event names, at any depth, each with the path of its field. */
export function daysIn(value: unknown, path = '', name = ''): Named[] {
  if (typeof value === 'string')
    return isDayField(name) && /^\d{4}-\d\d-\d\d$/.test(value) ? [{ path, name, on: value }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => daysIn(inner, path ? `${path}.${key}` : key, key));
}

/** Objects to a day that cannot be meant, a year mistyped: seen from the child's birth and from the day of recording. */
export function checkDays(facts: CaseFacts, { body, occurredOn, on }: CaseEvent): Objection | null {
  const days = daysIn({ ...body, occurredOn }).filter(({ name }) => !birthFields.includes(name));
  if (days.length === 0) return null;
  const first = firstDay(facts);
  const last = addMonths(on, YEARS_AHEAD * 12);
  const oldest = addMonths(facts.adopted && facts.adopted.since < on ? facts.adopted.since : on, -YEARS_BACK * 12);
  for (const day of days) {
    if (first && day.on < first) return beforeLife(day, first);
    if (day.on > last) return farAhead(day, last);
    if (planFields.includes(day.name) && day.on < oldest) return longAgo(day, oldest);
  }
  return null;
}

/** The year is told, not the day: whoever is told of no birth date does not find it by trying. */
function firstDay({ bornOn, expectedOn }: CaseFacts): Day | null {
  const life = bornOn ?? expectedOn;
  return life ? `${addDays(life, -LONGEST_PREGNANCY_DAYS).slice(0, 4)}-01-01` : null;
}

const labelOf = ({ name }: Named) => fieldWords[name] ?? { ja: name, en: name };
const params = ({ path, on }: Named, bound: Day) => ({ field: path, on, bound });

function beforeLife(day: Named, bound: Day): Objection {
  const [label, first] = [labelOf(day), dayWords(bound)];
  const text = {
    ja: `「${label.ja}」は${first.ja}から後の日にしてください。この子の誕生よりずっと前の日です。`,
    en: `“${label.en}” must be ${first.en} or later: the day lies long before the child was born.`,
  };
  return { code: 'day.beforeLife', text, params: params(day, bound) };
}

function longAgo(day: Named, bound: Day): Objection {
  const [label, first] = [labelOf(day), dayWords(bound)];
  const text = {
    ja: `「${label.ja}」は${first.ja}から後の日にしてください。予定としては古すぎる日です。`,
    en: `“${label.en}” must be ${first.en} or later: the day lies too long ago for a plan.`,
  };
  return { code: 'day.longAgo', text, params: params(day, bound) };
}

function farAhead(day: Named, bound: Day): Objection {
  const [label, last] = [labelOf(day), dayWords(bound)];
  const text = {
    ja: `「${label.ja}」は${last.ja}までの日にしてください。${YEARS_AHEAD}年より先の日です。`,
    en: `“${label.en}” must be ${last.en} or earlier: the day lies more than ${YEARS_AHEAD} years ahead.`,
  };
  return { code: 'day.farAhead', text, params: params(day, bound) };
}

import type { Card, CaseView, HistoryEvent, Pathway, Transition } from '@kaerimichi/contracts';
import { childAge, childCalled } from '../../parts/child-words.ts';
import { shortDay, tokyoDayOf } from '../../words/dates.ts';
import type { Speech } from '../../words/words.ts';
import { nextWords } from '../board/columns.ts';
import { fieldsOf } from '../form/schema.ts';
import { teamRows } from '../team/team-rows.ts';
import type { TextPart } from './chart-text.ts';
import { contactGroups } from './contact-groups.ts';
import { contactsOf } from './contacts-of.ts';
import { describeBody } from './describe-values.ts';
import { holdsOf } from './holds-of.ts';
import { weightOf } from './weight-of.ts';
import { weightWords } from './weight-words.ts';

export const chartParts = ['summary', 'conditions', 'minutes', 'visit'] as const;
export type ChartPart = (typeof chartParts)[number];

/** What a text is made of: a case, its way on and its history as the viewer is told them, and nothing else. */
export type Known = {
  readonly view: Pick<CaseView, 'no' | 'stage' | 'facts' | 'people' | 'card' | 'class'>;
  readonly transitions: readonly Pick<Transition, 'forward' | 'label' | 'reasons' | 'done'>[];
  readonly history: readonly HistoryEvent[];
  readonly pathway: Pathway;
  readonly names: Readonly<Record<string, string>>;
  readonly today: string;
  readonly turnOf: (turn: Card['turn']) => string;
};

/** One part in lines; without lines where the viewer knows nothing of it. */
export function chartPart(part: ChartPart, known: Known, speech: Speech): TextPart {
  const lines = { summary: summaryLines, conditions: conditionLines, minutes: minutesLines, visit: visitLines };
  return { title: speech.code('chartPart', part), lines: lines[part](known, speech) };
}

/** `K-0142 石井 そら さん 1歳2か月`. */
export function chartHead({ view, today }: Known, speech: Speech): string {
  const { card } = view;
  return [view.no, childCalled(card, speech), childAge(card, speech, today)].filter(Boolean).join(' ');
}

const row = (label: string, value: string, { say }: Speech): string[] =>
  value === '' ? [] : [say('chart.row', { label, value })];

function summaryLines(known: Known, speech: Speech): string[] {
  const { view, pathway, today, turnOf } = known;
  const { card } = view;
  const { say, code, pick, language } = speech;
  const stage = pathway.stages.find(({ id }) => id === view.stage);
  const weight = weightOf(view, today);
  const due = card.due ? `${shortDay(card.due.on, language, today)} ${code('dueKind', card.due.kind)}` : '';
  const all = (words: readonly string[]) => words.join(say('common.listMark'));
  return [
    ...row(say('path.stage'), stage ? pick(stage.label) : '', speech),
    ...row(code('fact', 'needs'), all(card.needs.map(need => code('need', need))), speech),
    ...row(code('fact', 'weight'), weight ? weightWords(weight, speech, today) : '', speech),
    ...row(say('facts.next'), nextWords(pathway, card.next, speech), speech),
    ...row(say('facts.turn'), card.turn ? turnOf(card.turn) : '', speech),
    ...row(say('facts.due'), due, speech),
    ...row(say('hold.title'), all(holdsOf(view).map(hold => code('code', hold.code))), speech),
    ...teamLines(known, speech),
    ...contactLines(known, speech),
  ];
}

function teamLines({ view, names }: Known, speech: Speech): string[] {
  const { code, say } = speech;
  return teamRows(view).flatMap(({ function: id, state, holders }) => {
    const who = holders.flatMap(({ org }) => (org && names[org]) || []);
    return state === 'notNeeded' ? [] : row(code('function', id), who.join(say('common.listMark')), speech);
  });
}

function contactLines({ view, history }: Known, speech: Speech): string[] {
  const { code, say } = speech;
  if (view.facts.contacts === undefined) return [];
  return contactGroups(contactsOf(history), view).flatMap(({ when, entries, gaps }) => [
    ...entries.flatMap(({ topic, text }) => {
      const label = topic
        ? [code('when', when), code('topic', topic)].join(say('common.listMark'))
        : code('when', when);
      return text === null ? [] : row(label, text, speech);
    }),
    ...(gaps.includes(null) ? row(code('when', when), say('contact.open'), speech) : []),
  ]);
}

function conditionLines({ transitions, today, turnOf }: Known, { say, language }: Speech): string[] {
  const forward = transitions.find(transition => transition.forward);
  if (!forward) return [];
  const { label, done, reasons } = forward;
  return [
    say('chart.way', { move: label, done: done.length, all: done.length + reasons.length }),
    ...reasons.map(({ text, turn }) =>
      turn ? say('chart.unmetTurn', { what: text, who: turnOf(turn) }) : say('chart.unmet', { what: text }),
    ),
    ...done.map(({ text, evidence }) =>
      evidence?.on
        ? say('chart.metOn', { what: text, day: shortDay(evidence.on, language, today) })
        : say('chart.met', { what: text }),
    ),
  ];
}

/** The newest entry that stands, of some kinds, whose words the viewer may read. */
const newest = (history: readonly HistoryEvent[], ...types: readonly string[]) =>
  history.find(({ type, corrected, body, texts }) => types.includes(type) && !corrected && (body || texts));

const dayOf = ({ occurredOn, at }: HistoryEvent): string => occurredOn ?? (at ? tokyoDayOf(at) : '');

function minutesLines({ history, today }: Known, { say, language }: Speech): string[] {
  const drafted = history.find(
    ({ type, corrected, texts }) => type === 'minutes.drafted' && !corrected && texts?.minutes,
  );
  if (!drafted?.texts?.minutes) return [];
  const isApproved = history.some(
    ({ type, corrected, seq }) => type === 'minutes.approved' && !corrected && seq > drafted.seq,
  );
  const day = shortDay(dayOf(drafted), language, today);
  return [
    say(isApproved ? 'chart.minutesApproved' : 'chart.minutesDraft', { day }),
    ...drafted.texts.minutes.split('\n'),
  ];
}

function visitLines({ history, pathway, names, today }: Known, speech: Speech): string[] {
  const visit = newest(history, 'visit.recorded');
  if (!visit) return [];
  const definition = pathway.events.find(({ type }) => type === visit.type);
  const fields = definition ? fieldsOf(definition.schema, speech.language) : [];
  const said = describeBody(
    fields.filter(({ name }) => name !== 'occurredOn'),
    { ...visit.body, ...visit.texts },
    { speech, names, today },
  );
  return [
    ...row(
      visit.label,
      [shortDay(dayOf(visit), speech.language, today), visit.by.name].filter(Boolean).join(' '),
      speech,
    ),
    ...said.flatMap(({ label, text }) => row(label, text, speech)),
  ];
}

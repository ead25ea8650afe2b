import type { CaseView, HistoryEvent, Pathway } from '@kaerimichi/contracts';
import { expect, it } from 'vitest';
import { anEntry } from '../../testing/an-entry.ts';
import { ja } from '../../words/ja/index.ts';
import { createSpeech } from '../../words/words.ts';
import { fieldsOf } from '../form/schema.ts';
import { describeBody } from './describe-values.ts';
import { aboutEntry, entrySubjects } from './entry-subjects.ts';

const speech = createSpeech(ja, 'ja', {});
const today = '2026-11-29';
const label = (text: string) => ({ ja: text, en: text });
const consents = { type: 'string', 'x-label': label('同意'), 'x-ref': 'consents' };
const schemas: Record<string, Record<string, unknown>> = {
  'consent.recorded': {
    consentId: { ...consents, 'x-new': 'always' },
    scope: { type: 'string', enum: ['recipient'], 'x-words': { recipient: label('相手先への情報共有') } },
    recipient: { type: 'string', 'x-label': label('相手先'), 'x-ref': 'orgs' },
  },
  'consent.withdrawn': { consentId: consents },
  'device.chosen': {
    deviceId: { type: 'string', 'x-label': label('機器'), 'x-ref': 'devices', 'x-new': 'orKnown' },
    kind: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,40}$', 'x-label': label('種類') },
  },
  'requirement.waived': { requirementId: { type: 'string', 'x-label': label('条件'), 'x-ref': 'requirements' } },
  'minutes.drafted': {
    actionItems: {
      type: 'array',
      items: { type: 'object', properties: { id: { type: 'string', 'x-new': 'always' }, note: { type: 'string' } } },
    },
  },
};
// As the pathway page has them, as far as names are concerned.
const pathway = {
  events: Object.entries(schemas).map(([type, properties]) => ({ type, schema: { properties } })),
  requirements: [{ id: 'doctorsOrder', text: label('訪問看護指示書を受けた({until}まで)') }],
} as unknown as Pathway;

const entry = (seq: number, type: string, body: HistoryEvent['body'], told = type): HistoryEvent =>
  anEntry(seq, { type, label: told, at: '2026-11-20T03:00:00.000Z', stage: 'planning', body });

const events = [
  entry(9, 'move.undone', { seq: 4 }),
  entry(8, 'entry.corrected', { seq: 5 }),
  entry(7, 'consent.withdrawn', { consentId: 'c-hidden' }),
  entry(6, 'consent.withdrawn', { consentId: 'c-1' }),
  entry(5, 'minutes.drafted', { actionItems: [{ id: 'a-1', note: '吸引器を頼む' }] }, '議事録を書いた'),
  entry(4, 'consent.recorded', null, '同意を記録した'),
  entry(3, 'consent.recorded', { consentId: 'c-1', scope: 'recipient', recipient: 'v1' }),
];
const names = { v1: 'のぞみ訪問看護ステーション' };
const subjects = entrySubjects({ events, view: undefined, pathway, names, today }, speech);

const said = (type: string, body: Record<string, unknown>) =>
  describeBody(fieldsOf({ properties: schemas[type] }, 'ja'), body, { speech, names: subjects, today }).map(
    ({ text }) => text,
  );

it('says which condition was passed over and whose consent was withdrawn', () => {
  expect(said('requirement.waived', { requirementId: 'doctorsOrder' })).toEqual(['訪問看護指示書を受けた']);
  expect(said('consent.withdrawn', { consentId: 'c-1' })).toEqual(['のぞみ訪問看護ステーション 相手先への情報共有']);
});

it('names an action item by its line', () => {
  const rows = [{ id: 'a-2', what: '電気の契約を確かめる', owner: 'm-1' }];
  const held = [entry(5, 'minutes.drafted', { actionItems: rows }, 'カンファレンスを開いた')];
  const found = entrySubjects({ events: held, view: undefined, pathway, names, today }, speech);
  expect(found['a-2']).toBe('電気の契約を確かめる');
});

it('names a device by its kind', () => {
  const chosen = entry(5, 'device.chosen', { deviceId: 'd-1', kind: 'ventilator' }, '機器の選定・状況を記録した');
  const speaking = createSpeech(ja, 'ja', { ventilator: label('呼吸器') });
  const found = entrySubjects({ events: [chosen], view: undefined, pathway, names, today }, speaking);
  expect(found['d-1']).toBe('呼吸器');
});

it('names an item that says nothing of itself by its entry, and none whose entry is not shown', () => {
  expect(subjects['a-1']).toBe('議事録を書いた(11/20(金))');
  expect(said('consent.withdrawn', { consentId: 'c-hidden' })).toEqual([]);
});

it('takes what the case shows where the entry is not at hand', () => {
  const view = {
    facts: { family: { consents: [{ id: 'c-9', recipient: 'v1', scope: 'recipient' }, { id: 'c-0' }] } },
    people: { members: {}, orgs: {} },
  } as unknown as CaseView;
  const found = entrySubjects({ events: [], view, pathway, names, today }, speech);
  expect(found['c-9']).toContain('のぞみ訪問看護ステーション');
  expect(found['c-0']).toBeUndefined();
});

it('says what was corrected or undone by its label and day, also where its content is not shown', () => {
  const about = (at: number) => aboutEntry(events[at] as HistoryEvent, { events, today }, speech);
  expect([about(0), about(1), about(2)]).toEqual(['同意を記録した(11/20(金))', '議事録を書いた(11/20(金))', '']);
});

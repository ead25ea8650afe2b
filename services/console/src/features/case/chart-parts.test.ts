import type { HistoryEvent, Pathway } from '@kaerimichi/contracts';
import { describe, expect, it } from 'vitest';
import { aCard } from '../../live/a-card.ts';
import { anEntry } from '../../testing/an-entry.ts';
import { ja } from '../../words/ja/index.ts';
import { createSpeech } from '../../words/words.ts';
import { type ChartPart, chartHead, chartPart, type Known } from './chart-parts.ts';

const word = (text: string) => ({ ja: text, en: text });
const speech = createSpeech(ja, 'ja', {
  tracheostomy: word('気管切開'),
  oxygen: word('在宅酸素'),
  equipment: word('機器や物品の手配待ち'),
  visitingNurse: word('訪問看護'),
  day: word('日中'),
  night: word('夜間・休日'),
  emergencyRoute: word('緊急'),
  'dueKind.minutes': word('議事録'),
});
const text = (label: string) => ({ type: 'string', maxLength: 500, 'x-label': word(label) });
const pathway = {
  stages: [{ id: 'jointConference', label: word('共同カンファ') }],
  requirements: [{ id: 'minutesApproved', todo: word('議事録を承認する') }],
  events: [
    {
      type: 'visit.recorded',
      schema: { properties: { occurredOn: { type: 'string', format: 'date' }, note: text('ようす') } },
    },
  ],
} as unknown as Pathway;

const entry = (
  seq: number,
  type: string,
  texts: HistoryEvent['texts'],
  more: Partial<HistoryEvent> = {},
): HistoryEvent =>
  anEntry(seq, {
    type,
    texts,
    label: '訪問を記録した',
    at: '2026-11-27T01:00:00.000Z',
    stage: 'jointConference',
    by: { name: '佐藤', org: 'のぞみ', role: 'visitingNurse' },
    body: {},
    ...more,
  });

const known: Known = {
  view: {
    no: 'K-0142',
    stage: 'jointConference',
    class: 'full',
    card: aCard('c', 9, {
      name: '石井 そら',
      age: 14,
      needs: ['tracheostomy', 'oxygen'],
      next: 'minutesApproved',
      due: { kind: 'minutes', on: '2026-12-02' },
      turn: { org: null, role: 'doctor', since: '2026-11-28' },
    }),
    people: { child: null, orgs: {}, telephones: {}, members: {} },
    facts: {
      clinical: { weight: { grams: 8250, on: '2026-11-27' } },
      contacts: { contacts: [] },
      plan: {
        team: [{ id: 't', org: 'org-nozomi', function: 'visitingNurse', state: 'accepted' }],
        holds: [{ id: 'h', code: 'equipment' }],
      },
    },
  },
  transitions: [
    {
      forward: true,
      label: '退院準備完了へ進める',
      reasons: [
        {
          code: 'a',
          text: '議事録を承認した',
          params: {},
          waivable: 'no',
          turn: { org: null, role: 'doctor', since: '2026-11-28' },
        },
        { code: 'b', text: '吸引を2人ができる', params: {}, waivable: 'no' },
      ],
      done: [{ code: 'c', text: '会議を開いた', how: 'met', evidence: { on: '2026-11-25' } }],
    },
  ],
  history: [
    entry(9, 'minutes.approved', null),
    entry(8, 'minutes.drafted', { minutes: '出席:主治医\n宿題:通訳' }, { occurredOn: '2026-11-25' }),
    entry(7, 'visit.recorded', { note: '呼吸は落ち着いている' }),
    entry(6, 'visit.recorded', { note: '前の訪問' }),
    entry(5, 'contacts.recorded', { contact: '退院支援室 045-000-0101' }, { body: { when: 'day' } }),
  ],
  pathway,
  names: { 'org-nozomi': 'のぞみ訪問看護' },
  today: '2026-11-29',
  turnOf: () => '医師',
};
const lines = (part: ChartPart, over: Partial<Known> = {}) => chartPart(part, { ...known, ...over }, speech).lines;

describe('a part of a text for a chart', () => {
  it('sums up who, what is needed and whom to call, and says what is not set', () => {
    expect(chartHead(known, speech)).toBe('K-0142 石井 そら さん 1歳2か月');
    expect(lines('summary')).toEqual([
      '段階:共同カンファ',
      '必要なケア:気管切開、在宅酸素',
      '体重:8.25kg(11/27(金))',
      '次にすること:議事録を承認する',
      'いまの番:医師',
      '期限:12/2(水) 議事録',
      '止まっている理由:機器や物品の手配待ち',
      '訪問看護:のぞみ訪問看護',
      '日中:退院支援室 045-000-0101',
      '夜間・休日:未設定',
      '緊急:未設定',
    ]);
  });

  it('tells the conditions of the way forward, what is open first', () => {
    expect(lines('conditions')).toEqual([
      '退院準備完了へ進める(1/3 済み)',
      '[まだ] 議事録を承認した(いまの番:医師)',
      '[まだ] 吸引を2人ができる',
      '[済み] 会議を開いた 11/25(水)',
    ]);
  });

  it('has the newest minutes and the newest visit', () => {
    expect(lines('minutes')).toEqual(['11/25(水) 議事録(承認済み)', '出席:主治医', '宿題:通訳']);
    expect(lines('visit')).toEqual(['訪問を記録した:11/27(金) 佐藤', 'ようす:呼吸は落ち着いている']);
  });

  it('has nothing of what its reader is not told', () => {
    const hidden = known.history.map(told => ({ ...told, body: null, texts: null }));
    const view = { ...known.view, facts: {} };
    expect(lines('minutes', { history: hidden })).toEqual([]);
    expect(lines('visit', { history: hidden })).toEqual([]);
    expect(lines('conditions', { transitions: [] })).toEqual([]);
    expect(lines('summary', { view, history: hidden }).join()).not.toMatch(/kg|のぞみ|045|機器/);
  });
});

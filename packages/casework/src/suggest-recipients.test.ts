import { emptyFacts } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import { type Candidate, suggestRecipients } from './suggest-recipients.ts';

const candidate = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  ...{ org: null, id, name: `訪問看護 ${id}`, address: null, phone: null, municipality: '142051', at: null },
  ...{ told: '', accepted: 0, listedOn: null },
  ...more,
});
const stamp = { seq: 1, on: '2026-12-01', round: 0 };
const facts = (more: object = {}) => ({ ...emptyFacts('lead'), needs: ['ventilator' as const], ...more });
const asked = (more: object = {}) => ({ facts: facts(), municipality: '142051', home: null, reason: null, ...more });
const ids = (candidates: readonly Candidate[], more: object = {}) =>
  suggestRecipients(candidates, asked(more)).map(({ id }) => id);

describe('whom to ask next', () => {
  it('is nobody who said no already, of the handoff or of the enquiry, and nobody who has a handoff', () => {
    const handoffs = [{ ...stamp, id: 'h', org: 'a', status: 'declined', version: 1, confirmed: [], questions: [] }];
    const team = [{ ...stamp, id: 't', function: 'visitingNurse', org: 'b', state: 'declined' }];
    const open = { ...stamp, id: 'h2', org: 'd', status: 'opened', version: 1, confirmed: [], questions: [] };
    const all = ['a', 'b', 'c', 'd'].map(org => candidate(org, { org }));
    expect(ids(all, { facts: facts({ handoffs: [...handoffs, open], team }) })).toEqual(['c']);
  });

  it('is told with what speaks for it, and with what nobody knows', () => {
    const [first, last] = suggestRecipients(
      [candidate('bare'), candidate('whole', { org: 'o', told: '24時間対応体制加算 特別管理加算 小児', accepted: 2 })],
      asked(),
    );
    const said = (one: typeof first) => [one?.reasons.map(({ ja }) => ja), one?.lacks.map(({ ja }) => ja)];
    expect(said(first)).toEqual([
      [
        'お子さんと同じ市町村',
        '24時間対応の記載あり',
        '小児・医療的ケア児の記載あり',
        '特別管理加算の記載あり',
        'ネットワークの組織(このまま送れます)',
        'これまでに引き継ぎを2件受け入れ',
      ],
      [],
    ]);
    expect(said(last)).toEqual([['お子さんと同じ市町村'], ['24時間対応', '小児の受け入れ', '呼吸器のケア']]);
  });

  it('weighs twice what stood in the way: the hours, the distance, the experience', () => {
    const near = candidate('near', { at: { latitude: 35.34, longitude: 139.47 }, told: '' });
    const awake = candidate('awake', { at: { latitude: 35.6, longitude: 139.7 }, told: '24時間対応' });
    const home = { latitude: 35.34, longitude: 139.49 };
    expect(ids([awake, near], { home })).toEqual(['near', 'awake']);
    expect(ids([near, awake], { home, reason: 'distance' })).toEqual(['near', 'awake']);
    expect(
      ids([near, candidate('night', { municipality: null, told: '24時間対応' })], { home, reason: 'hours' }),
    ).toEqual(['night', 'near']);
    const [shown] = suggestRecipients([near], asked({ home }));
    expect(shown?.reasons[0]?.ja).toBe('お子さんの市町村の中心から約2km');
  });

  it('names a place of the network once, and eight at most', () => {
    const twice = [
      candidate('list', { name: 'のぞみ 訪問看護' }),
      candidate('net', { org: 'net', name: 'のぞみ訪問看護' }),
    ];
    expect(ids(twice)).toEqual(['net']);
    expect(ids(Array.from({ length: 20 }, (_, n) => candidate(String(n))))).toHaveLength(8);
  });
});

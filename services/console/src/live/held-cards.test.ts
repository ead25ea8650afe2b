import { boardDigest, type Change } from '@kaerimichi/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCard } from './a-card.ts';
import { activeVersions, applyBoard, applyChanges, applyDifference, type HeldCards, noCards } from './held-cards.ts';

const cause = { type: 'note.added', org: 'h1', at: '2026-11-22T05:05:00.000Z' };
const came = (id: string, version: number): Change => ({ caseId: id, version, card: aCard(id, version), cause });
const went = (id: string, version: number): Change => ({ caseId: id, version, card: null, cause });
const shown = (held: HeldCards) => Object.fromEntries(activeVersions(held));
const pulse = { at: cause.at, count: 0, digest: 0 };

describe('cards held by the board', () => {
  it('takes a higher version and ignores the same or a lower one', () => {
    const held = applyChanges(noCards, [came('a', 3)]);
    expect(shown(applyChanges(held, [came('a', 4)]))).toEqual({ a: 4 });
    expect(applyChanges(held, [came('a', 3)])).toBe(held);
    expect(applyChanges(held, [came('a', 2)])).toBe(held);
  });

  it('removes a card that is no longer ours to see, and a late older card does not bring it back', () => {
    const held = applyChanges(noCards, [came('a', 3), went('a', 4)]);
    expect(shown(held)).toEqual({});
    expect(shown(applyChanges(held, [came('a', 3)]))).toEqual({});
    expect(shown(applyChanges(held, [came('a', 5)]))).toEqual({ a: 5 });
  });

  it('remembers a removal that comes before the card it removes', () => {
    expect(shown(applyChanges(noCards, [went('a', 4), came('a', 3)]))).toEqual({});
  });

  it('ends with the newest of each case, in whatever order messages come', () => {
    const messages = fc.uniqueArray(
      fc.record({ id: fc.constantFrom('a', 'b', 'c'), version: fc.integer({ min: 1, max: 9 }), isGone: fc.boolean() }),
      { selector: message => `${message.id}${message.version}` },
    );
    fc.assert(
      fc.property(messages, fc.infiniteStream(fc.nat()), (list, order) => {
        const changes = list.map(({ id, version, isGone }) => (isGone ? went(id, version) : came(id, version)));
        const shuffled = changes
          .map(change => ({ change, at: order.next().value }))
          .sort((x, y) => x.at - y.at)
          .map(({ change }) => change);
        const newest = new Map<string, Change>();
        for (const change of changes)
          if ((newest.get(change.caseId)?.version ?? 0) < change.version) newest.set(change.caseId, change);
        const expected = [...newest.values()]
          .filter(({ card }) => card)
          .map(({ caseId, version }) => [caseId, version]);
        const oneByOne = shuffled.reduce((held, change) => applyChanges(held, [change]), noCards);
        expect(shown(oneByOne)).toEqual(Object.fromEntries(expected));
        expect(shown(applyChanges(noCards, shuffled))).toEqual(Object.fromEntries(expected));
      }),
    );
  });

  it('differs in digest from the server after a lost message, and equals it after a synchronisation', () => {
    const server = [came('a', 5), came('b', 2)];
    const client = applyChanges(noCards, [came('a', 4), came('b', 2), came('c', 1)]);
    const truth = boardDigest([
      ['a', 5],
      ['b', 2],
    ]);
    expect(boardDigest(activeVersions(client))).not.toBe(truth);
    const have = Object.fromEntries(activeVersions(client));
    const healed = applyDifference(client, { changed: [server[0]!.card!], removed: ['c'], pulse }, have);
    expect(boardDigest(activeVersions(healed))).toBe(truth);
  });

  it('keeps a card that came back while the synchronisation was under way', () => {
    const asked = applyChanges(noCards, [came('a', 4)]);
    const meanwhile = applyChanges(asked, [came('a', 6)]);
    expect(shown(applyDifference(meanwhile, { changed: [], removed: ['a'], pulse }, { a: 4 }))).toEqual({ a: 6 });
  });

  it('keeps what a message brought while the whole board was loading', () => {
    const before = applyChanges(noCards, [came('old', 1)]);
    const during = applyChanges(before, [came('new', 1), came('a', 9)]);
    expect(shown(applyBoard(during, [aCard('a', 8)], before))).toEqual({ new: 1, a: 9 });
  });

  it('does not count closed cases in the digest', () => {
    const closed = { ...came('a', 2), card: aCard('a', 2, { column: 'closed', stage: 'closed' }) };
    expect(activeVersions(applyChanges(noCards, [closed]))).toEqual([]);
  });
});

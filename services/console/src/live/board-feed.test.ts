import { type BoardDifference, boardDigest, type Card } from '@kaerimichi/contracts';
import { describe, expect, it } from 'vitest';
import { aCard } from './a-card.ts';
import { createBoardFeed } from './board-feed.ts';

/** A server that knows the truth and counts what it is asked. */
function aServer(cards: Card[]) {
  const truth = new Map(cards.map(card => [card.id, card]));
  const asked = { boards: 0, differences: 0 };
  const pulse = () => ({
    at: '2026-11-22T05:05:00.000Z',
    count: truth.size,
    digest: boardDigest([...truth.values()].map(card => [card.id, card.version])),
  });
  const difference = (have: Record<string, number>): BoardDifference => ({
    changed: [...truth.values()].filter(card => have[card.id] !== card.version),
    removed: Object.keys(have).filter(id => !truth.has(id)),
    pulse: pulse(),
  });
  const feed = createBoardFeed({
    loadBoard: async () => {
      asked.boards++;
      return { cards: [...truth.values()], orgs: { h1: 'こども医療センター' }, people: {} };
    },
    askDifference: async have => {
      asked.differences++;
      return difference(have);
    },
  });
  return { feed, truth, asked, pulse };
}

describe('the board feed', () => {
  it('replaced shows the same versions otherwise, and what is gone no more', async () => {
    const { feed, truth } = aServer([aCard('a', 3, { name: '石井 そら' }), aCard('b', 1)]);
    await feed.load();
    truth.set('a', aCard('a', 3));
    truth.delete('b');
    await feed.load();
    expect(feed.state.read().held.cards.get('a')?.name).toBe('石井 そら');
    await feed.replace();
    expect([...feed.state.read().held.cards.values()]).toEqual([aCard('a', 3)]);
  });

  it('asks for names once when somebody carries a case for the first time', async () => {
    const { feed, asked } = aServer([aCard('a', 1)]);
    await feed.load();
    const change = (version: number, owners: string[]) => ({
      caseId: 'a',
      version,
      card: { ...aCard('a', version), lead: 'h1', owners },
      cause: { type: 'note.added', org: 'h1', at: '2026-11-22T05:05:00.000Z' },
    });
    feed.take([change(2, ['h1'])]);
    expect(asked.boards).toBe(1);
    feed.take([change(3, ['h1', 'new'])]);
    feed.take([change(4, ['h1', 'new'])]);
    await feed.load();
    expect(asked.boards).toBe(3);
  });

  it('asks for nothing while the digest matches', async () => {
    const { feed, asked, pulse } = aServer([aCard('a', 1), aCard('b', 2)]);
    await feed.load();
    expect(await feed.check(pulse())).toBe(0);
    expect(asked).toEqual({ boards: 1, differences: 0 });
  });

  it('heals a lost last message at the next pulse and says how many cases differed', async () => {
    const { feed, truth, asked, pulse } = aServer([aCard('a', 1), aCard('b', 2)]);
    await feed.load();
    truth.set('a', aCard('a', 7));
    truth.delete('b');
    truth.set('c', aCard('c', 1));
    expect(await feed.check(pulse())).toBe(3);
    expect([...feed.state.read().held.cards.keys()].sort()).toEqual(['a', 'c']);
    expect(asked.differences).toBe(1);
    expect(await feed.check(pulse())).toBe(0);
  });

  it('asks once when two pulses find the same difference', async () => {
    const { feed, truth, asked, pulse } = aServer([aCard('a', 1)]);
    await feed.load();
    truth.set('a', aCard('a', 2));
    await Promise.all([feed.check(pulse()), feed.check(pulse())]);
    expect(asked.differences).toBe(1);
  });

  it('loads the whole board when synchronising does not help', async () => {
    const { feed, asked } = aServer([aCard('a', 1)]);
    await feed.load();
    const wrong = { at: '2026-11-22T05:05:00.000Z', count: 1, digest: 12345 };
    for (let n = 0; n < 3; n++) await feed.check(wrong);
    expect(asked).toEqual({ boards: 2, differences: 2 });
  });

  it('tells listeners only when something is newer', async () => {
    const { feed } = aServer([aCard('a', 1)]);
    await feed.load();
    let told = 0;
    feed.state.subscribe(() => told++);
    feed.takeCard(aCard('a', 1));
    expect(told).toBe(0);
    feed.takeCard(aCard('a', 2));
    expect(told).toBe(1);
  });
});

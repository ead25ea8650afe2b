import type { Card } from '@kaerimichi/contracts';
import { describe, expect, it } from 'vitest';
import { aCard } from '../../live/a-card.ts';
import { type Hands, nextShown, nothingShown } from './shown-cards.ts';

const map = (...cards: Card[]) => new Map(cards.map(card => [card.id, card]));
const at = (id: string, column: string, version = 1, over: Partial<Card> = {}) =>
  aCard(id, version, { column, ...over });
const free: Hands = { laneOf: () => '', heldCells: new Set(), laneOrder: (a, b) => (a < b ? -1 : 1), own: new Set() };
const holding = (...columns: string[]): Hands => ({ ...free, heldCells: new Set(columns.map(column => `|${column}`)) });
const first = nextShown(nothingShown, map(at('a', 'intake'), at('b', 'preparation')), free);

describe('what the board shows', () => {
  it('follows everything while nothing is held', () => {
    const next = nextShown(first, map(at('a', 'preparation', 2), at('c', 'intake')), free);
    expect([...next.cards.keys()].sort()).toEqual(['a', 'c']);
    expect(next.cards.get('a')?.column).toBe('preparation');
    expect([...next.moved].sort()).toEqual(['a', 'c']);
    expect(next.waiting.size).toBe(0);
  });

  it('changes words on a held card at once', () => {
    const words = at('a', 'intake', 2, { next: 'planWritten' });
    const next = nextShown(first, map(words, at('b', 'preparation')), holding('intake'));
    expect(next.cards.get('a')).toBe(words);
    expect(next.moved).toEqual([]);
  });

  it('keeps a card that would leave a held column, and counts it there', () => {
    const next = nextShown(first, map(at('a', 'preparation', 2), at('b', 'preparation')), holding('intake'));
    expect(next.cards.get('a')?.column).toBe('intake');
    expect(next.waiting.get('|intake')).toEqual(new Set(['a']));
  });

  it('keeps out a card that would enter a held column', () => {
    const next = nextShown(first, map(at('a', 'intake'), at('b', 'preparation'), at('n', 'intake')), holding('intake'));
    expect(next.cards.has('n')).toBe(false);
    expect(next.waiting.get('|intake')).toEqual(new Set(['n']));
  });

  it('keeps a card that is no longer ours until the hand leaves, then drops it', () => {
    const latest = map(at('b', 'preparation'));
    const held = nextShown(first, latest, holding('intake'));
    expect(held.cards.has('a')).toBe(true);
    expect(nextShown(held, latest, free).cards.has('a')).toBe(false);
  });

  it('never keeps a person’s own move waiting', () => {
    const latest = map(at('a', 'preparation', 2), at('b', 'preparation'));
    const next = nextShown(first, latest, { ...holding('intake', 'preparation'), own: new Set(['a']) });
    expect(next.cards.get('a')?.column).toBe('preparation');
  });

  it('does not shift the order of a held column when a deadline changes', () => {
    const sooner = at('a', 'intake', 2, { due: { kind: 'x', on: '2026-11-20' } });
    const next = nextShown(first, map(sooner, at('b', 'preparation')), holding('intake'));
    expect(next.cards.get('a')?.due).toBeUndefined();
  });

  it('shifts no held card by a column that fills or empties: an empty one is narrow', () => {
    const entered = nextShown(
      first,
      map(at('a', 'intake'), at('b', 'preparation'), at('n', 'home')),
      holding('intake'),
    );
    expect(entered.cards.has('n')).toBe(false);
    expect(entered.waiting.get('|home')).toEqual(new Set(['n']));
    const left = nextShown(first, map(at('a', 'intake'), at('b', 'home', 2)), holding('intake'));
    expect(left.cards.get('b')?.column).toBe('preparation');
    const more = nextShown(
      first,
      map(at('a', 'intake'), at('b', 'preparation'), at('n', 'preparation')),
      holding('intake'),
    );
    expect(more.cards.has('n')).toBe(true);
  });

  it('shifts no held card by what comes into a lane above it; what comes below comes at once', () => {
    const [above, held, below] = ['h1', 'h2', 'h3'].map((lead, n) => at(`c${n}`, 'intake', 1, { lead })) as [
      Card,
      Card,
      Card,
    ];
    const byLead: Hands = { ...free, laneOf: ({ lead }) => lead, heldCells: new Set(['h2|intake']) };
    const lanes = nextShown(nothingShown, map(above, held, below), { ...free, laneOf: ({ lead }) => lead });
    const news = [at('n1', 'intake', 1, { lead: 'h1' }), at('n3', 'intake', 1, { lead: 'h3' })];
    const next = nextShown(lanes, map(above, held, below, ...news), byLead);
    expect([next.cards.has('n1'), next.cards.has('n3')]).toEqual([false, true]);
    expect(next.waiting.get('h1|intake')).toEqual(new Set(['n1']));
  });
});

import { describe, expect, it } from 'vitest';
import { aCard } from '../live/a-card.ts';
import { createMovesAhead, isAhead, withMovesAhead } from './moves-ahead.ts';

const cardsOf = (version: number, column = 'assessment') =>
  new Map([
    ['c1', { ...aCard('c1', version), stage: 'planning', column }],
    ['c2', aCard('c2', 1)],
  ]);
const to = { stage: 'preparing', column: 'preparation' };

describe('a move that is under way', () => {
  it('shows its card where it goes, and nothing else otherwise', () => {
    const moves = createMovesAhead();
    const cards = cardsOf(4);
    expect(withMovesAhead(cards, moves.state.read())).toBe(cards);
    moves.begin('c1', to);
    const shown = withMovesAhead(cards, moves.state.read());
    expect(shown.get('c1')).toMatchObject({ ...to, version: 4 });
    expect(shown.get('c2')).toBe(cards.get('c2'));
    expect([isAhead(shown.get('c1')), isAhead(shown.get('c2')), isAhead(cards.get('c1'))]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('stays there once accepted until the card itself has that version, and is forgotten then', () => {
    const moves = createMovesAhead();
    moves.begin('c1', to);
    moves.accepted('c1', 5);
    moves.settle(cardsOf(4));
    expect(withMovesAhead(cardsOf(4), moves.state.read()).get('c1')?.column).toBe('preparation');
    const told = cardsOf(5, 'conference');
    expect(withMovesAhead(told, moves.state.read()).get('c1')?.column).toBe('conference');
    moves.settle(told);
    expect(moves.state.read().size).toBe(0);
  });

  it('brings its card back where it was once refused', () => {
    const moves = createMovesAhead();
    const cards = cardsOf(4);
    moves.begin('c1', to);
    moves.refused('c1');
    expect(withMovesAhead(cards, moves.state.read())).toBe(cards);
  });

  it('is forgotten with a case that is no longer seen', () => {
    const moves = createMovesAhead();
    moves.begin('c1', to);
    moves.accepted('c1', 5);
    moves.settle(new Map());
    expect(moves.state.read().size).toBe(0);
  });
});

import type { Card } from '@kaerimichi/contracts';
import { expect, it } from 'vitest';
import { aCard } from '../../live/a-card.ts';
import { openingColumn } from './opening-column.ts';

const columns = ['intake', 'assessment', 'preparation', 'home'];
const turn = { org: null, role: 'doctor', since: '2026-11-01' };
const card = (id: string, column: string, over: Partial<Card> = {}) => aCard(id, 1, { column, ...over });
const due = (on: string) => ({ due: { kind: 'conference', on } });
const isMine = (of: Card) => of.turn !== undefined;
const open = (...cards: Card[]) => openingColumn(columns, cards, isMine);

const ofOthers = card('a', 'intake', due('2026-10-01'));
const later = card('b', 'assessment', { turn, ...due('2026-12-20') });
const overdue = card('c', 'home', { turn, ...due('2026-11-20') });
const undated = card('d', 'preparation', { turn });

it('is that of the own card with the earliest deadline, however overdue those of others are', () => {
  expect(open(ofOthers, later, overdue, undated)).toBe('home');
  expect(open(ofOthers, undated, later)).toBe('assessment');
});
it('is that of an own card without a deadline before any of others', () => {
  expect(open(ofOthers, undated)).toBe('preparation');
});
it('is the first with cards where nothing waits for oneself, and none on an empty board', () => {
  expect(open(card('x', 'home'), card('y', 'assessment'))).toBe('assessment');
  expect(open(card('z', 'closed', { turn }))).toBeUndefined();
});

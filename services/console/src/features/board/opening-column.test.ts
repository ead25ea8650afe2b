import type { Card } from '@kaerimichi/contracts';
import { expect, it } from 'vitest';
import { aCard } from '../../live/a-card.ts';
import { openingColumn } from './opening-column.ts';

const columns = ['intake', 'assessment', 'preparation', 'home'];
const turn = { org: null, role: 'doctor', since: '2026-11-01' };
const card = (id: string, column: string, over: Partial<Card> = {}) => aCard(id, 1, { column, ...over });
const due = (on: string) => ({ due: { kind: 'conference', on } });
const isMine = (of: Card) => of.turn !== undefined;
const today = '2026-11-25';
const open = (...cards: Card[]) => openingColumn({ columns, cards, today, isMine });

const ofOthers = card('a', 'assessment', due('2026-10-01'));
const later = card('b', 'assessment', { turn, ...due('2026-12-20') });
const overdue = card('c', 'home', { turn, ...due('2026-11-20') });
const undated = card('d', 'preparation', { turn });
const waiting = card('e', 'intake');

it('is that of the own card that is overdue, however overdue those of others are', () => {
  expect(open(waiting, ofOthers, later, overdue, undated)).toBe('home');
});
it('is the first with something overdue, whoever has to see to it', () => {
  expect(open(waiting, undated, later, card('f', 'home', due('2026-09-01')), ofOthers)).toBe('assessment');
});
it('is that of an own card, the earliest deadline first, where nothing is overdue', () => {
  expect(open(waiting, undated, later)).toBe('assessment');
  expect(open(waiting, card('g', 'home', due('2026-11-26')), undated)).toBe('preparation');
});
it('is that of what is due soonest where nothing waits for oneself; what is due today is not overdue', () => {
  expect(open(waiting, card('h', 'assessment', due('2026-11-26')), card('i', 'home', due(today)))).toBe('home');
});
it('is the first with cards where nothing is due, and none on an empty board', () => {
  expect(open(card('x', 'home'), card('y', 'assessment'))).toBe('assessment');
  expect(open(card('z', 'closed', { turn }))).toBeUndefined();
});

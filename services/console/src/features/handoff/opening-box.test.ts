import { expect, it } from 'vitest';
import { openingBox } from './opening-box.ts';

const rows = (...turns: ('sender' | 'receiver' | null)[]) => turns.map(turn => ({ turn }));

it.each([
  ['what came and waits for oneself', rows('receiver'), rows('sender'), 'in'],
  ['an answer that waits under what was sent', rows(), rows('receiver', 'sender'), 'out'],
  ['an answer, though something came that waits for the others', rows('sender', null), rows('sender'), 'out'],
  ['what came, where nothing waits for oneself', rows('sender'), rows('receiver'), 'in'],
  ['what was sent, where nothing came', rows(), rows(null), 'out'],
  ['the empty box of what comes, where there is nothing at all', rows(), rows(), 'in'],
] as const)('handoffs open with %s', (_title, received, sent, box) => {
  expect(openingBox({ in: received, out: sent })).toBe(box);
});

import { expect, it } from 'vitest';
import { finishedLast } from './finished-last.ts';

const row = (id: string, turn: 'sender' | null, turnedOn: string | null) => ({ id, turn, turnedOn });

it('leaves what still moves in its order and puts what is decided below it, the newest first', () => {
  const rows = [
    row('withdrawn', null, '2026-09-02'),
    row('second', 'sender', '2026-11-03'),
    row('accepted', null, '2026-11-20'),
    row('draft', null, null),
    row('first', 'sender', '2026-11-01'),
  ];
  expect(finishedLast(rows).map(({ id }) => id)).toEqual(['second', 'first', 'accepted', 'withdrawn', 'draft']);
});

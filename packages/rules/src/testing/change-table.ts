import { expect, it } from 'vitest';
import type { FeeFacts } from '../fees/facts.ts';
import { askFee, metCases } from './fee-case.ts';

export type Row = readonly [change: FeeFacts, status: string, lostOn?: string];

/** What a change of the met case comes to, with the day from which it is lost. */
export function changeTable(id: string, rows: readonly Row[], on?: string) {
  for (const [change, status, lostOn] of rows)
    it(`${id}${on ? ` on ${on}` : ''} with ${JSON.stringify(change)} is ${status} ${lostOn ?? ''}`, () => {
      const answer = askFee(id, { ...metCases[id], ...change }, on);
      expect([answer.status, answer.lostOn]).toEqual([status, lostOn]);
    });
}

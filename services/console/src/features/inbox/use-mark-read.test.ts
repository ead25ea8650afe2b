import type { Inbox } from '@kaerimichi/contracts';
import { expect, it } from 'vitest';
import { withoutCases } from './use-mark-read.ts';

const group = (caseId: string) => ({ caseId, no: `K-${caseId}`, version: 3, items: [] });

it('takes what was read out of both tabs and leaves the rest', () => {
  const inbox: Inbox = { turn: [group('a'), group('b')], changes: [group('b')], more: false, muted: [] };
  const left = withoutCases(inbox, [group('b')]);
  expect(left.turn.map(({ caseId }) => caseId)).toEqual(['a']);
  expect(left.changes).toEqual([]);
});

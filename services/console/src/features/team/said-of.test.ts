import type { HistoryEvent } from '@kaerimichi/contracts';
import { expect, it } from 'vitest';
import { saidOf } from './said-of.ts';

type Entry = Pick<HistoryEvent, 'type' | 'body' | 'texts'> & { readonly corrected?: boolean };
// Only what is read of an entry.
const entry = (one: Entry) => ({ corrected: false, ...one }) as HistoryEvent;
const id = { candidateId: 't1' };
const asked = entry({ type: 'candidate.asked', body: id, texts: { outside: 'よその訪看' } });
const declined = entry({
  ...{ type: 'candidate.answered', body: { ...id, answer: 'declined', declineReason: 'hours' } },
  texts: { note: '週3日なら' },
});

it('keeps the name of whoever stands outside, and the newest answer with its reason and note', () => {
  expect(saidOf([declined, asked]).get('t1')).toEqual({
    outside: 'よその訪看',
    declineReason: 'hours',
    note: '週3日なら',
  });
  const accepted = entry({ type: 'candidate.answered', body: { ...id, answer: 'accepted' }, texts: null });
  expect(saidOf([accepted, declined, asked]).get('t1')).toMatchObject({ declineReason: null, note: null });
});

it('leaves out what was corrected, what is not shared and what is about something else', () => {
  const corrected = { ...declined, corrected: true };
  expect(saidOf([corrected, asked]).get('t1')).toMatchObject({ declineReason: null, note: null });
  expect(saidOf([entry({ type: 'candidate.asked', body: null, texts: null })]).size).toBe(0);
  expect(saidOf([entry({ type: 'note.added', body: {}, texts: { note: 'x' } })]).size).toBe(0);
});

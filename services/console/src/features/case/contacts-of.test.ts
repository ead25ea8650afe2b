import type { HistoryEvent } from '@kaerimichi/contracts';
import { expect, it } from 'vitest';
import { anEntry } from '../../testing/an-entry.ts';
import { contactsOf } from './contacts-of.ts';

const recorded = (seq: number, body: HistoryEvent['body'], more: Partial<HistoryEvent> = {}): HistoryEvent =>
  anEntry(seq, { body, type: 'contacts.recorded', category: 'contacts', texts: { contact: `連絡先 ${seq}` }, ...more });

it('tells the last contact of each time and topic, the daytime first', () => {
  const history = [
    recorded(6, { when: 'day' }),
    recorded(5, { when: 'day', topic: 'device' }),
    recorded(4, { when: 'emergencyRoute' }),
    recorded(3, { when: 'night' }),
    recorded(2, { when: 'day' }),
    recorded(1, null, { type: 'note.added' }),
  ];
  expect(contactsOf(history)).toEqual([
    { seq: 5, when: 'day', topic: 'device', text: '連絡先 5' },
    { seq: 6, when: 'day', topic: null, text: '連絡先 6' },
    { seq: 3, when: 'night', topic: null, text: '連絡先 3' },
    { seq: 4, when: 'emergencyRoute', topic: null, text: '連絡先 4' },
  ]);
});
it('goes back to the contact before one that was corrected', () => {
  const history = [recorded(3, { when: 'day' }, { corrected: true }), recorded(2, { when: 'day' })];
  expect(contactsOf(history)).toMatchObject([{ seq: 2 }]);
});
it('tells no text, or nothing at all, of what is not shared', () => {
  expect(contactsOf([recorded(2, { when: 'day' }, { texts: null })])).toMatchObject([{ when: 'day', text: null }]);
  expect(contactsOf([recorded(2, null, { texts: null })])).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import { entry, knownCase } from '../testing/known-case.ts';
import { conferenceMinutes } from './conference-minutes.ts';

const stamp = { seq: 4, on: '2026-11-20', round: 0 };
const k1 = { conferenceId: 'k1' };
const known = knownCase({
  facts: {
    conferences: [
      {
        ...{
          ...stamp,
          id: 'k1',
          ordinal: 1,
          kind: 'joint',
          minutes: 'approved',
          heldOn: '2026-11-20',
          startsAt: '10:00',
        },
        ...{ attended: ['attendingDoctor', 'homePhysician'], online: ['homePhysician'] },
      },
    ],
  },
  entries: [
    entry(3, 'conference.planned', k1, { place: '3階 会議室' }),
    entry(4, 'conference.noted', k1, { 'decisions.d1.what': '月末に退院する', 'actionItems.i1.what': '物品' }),
    entry(5, 'conference.noted', { conferenceId: 'k0' }, { 'decisions.d9.what': '前の会議のこと' }),
    entry(6, 'minutes.drafted', k1, { minutes: '話し合いの記録' }),
    entry(9, 'minutes.supplemented', k1, { addendum: '電話番号の訂正' }),
  ],
});
const paper = JSON.stringify(conferenceMinutes.compose(known));

describe('the paper of the minutes', () => {
  it('has when, where and how the conference was held, and who came by screen', () => {
    for (const text of ['10:00', '3階 会議室', '在宅医(画面)']) expect(paper).toContain(text);
    expect(paper).not.toContain('主治医(画面)');
  });

  it('has what was decided in this conference, and in no other', () => {
    expect(paper).toContain('月末に退院する');
    expect(paper).not.toContain('前の会議のこと');
  });

  it('keeps the approved minutes as they were, with what was added under its day and organisation', () => {
    for (const text of ['話し合いの記録', '追記(承認のあと)', '電話番号の訂正', 'こども病院'])
      expect(paper).toContain(text);
    const { entries, ...rest } = known;
    const without = { ...rest, entries: entries.filter(({ event }) => event.type !== 'minutes.supplemented') };
    expect(JSON.stringify(conferenceMinutes.compose(without))).not.toContain('追記');
  });
});

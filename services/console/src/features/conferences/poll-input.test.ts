import { describe, expect, it } from 'vitest';
import { firstPoll, guestLine, pollBody } from './poll-input.ts';
import { seatChoices } from './seat-choices.ts';

const view = {
  card: { lead: 'hospital' },
  facts: {
    plan: {
      team: [
        { id: 't1', function: 'visitingNurse', org: 'station', state: 'accepted' },
        { id: 't2', function: 'school', org: 'school', state: 'declined' },
        { id: 't3', function: 'homePhysician', state: 'accepted' },
      ],
    },
  },
} as unknown as Parameters<typeof seatChoices>[0];
const choices = seatChoices(view);
const today = '2026-12-01';
const typed = (more: object) => ({
  ...firstPoll(choices, undefined),
  ids: ['a', 'b'],
  days: ['12/10', ''],
  times: ['1500', ''],
  ...more,
});

describe('who is asked to a conference', () => {
  it('is at first the lead, everybody who accepted a part in the network, and the family', () => {
    expect(choices.map(({ key }) => key)).toEqual([
      ...[
        'attendingDoctor@hospital',
        'dischargeNurse@hospital',
        'wardNurse@hospital',
        'visitingNurse@station',
        'family@',
      ],
    ]);
    expect(firstPoll(choices, undefined).required).not.toContain('wardNurse@hospital');
  });

  it('is sent with days and times as people write them; a row that is empty is none', () => {
    const made = pollBody(typed({ guests: [guestLine('g1', 'homePhysician', '大野医院')], required: ['g1'] }), {
      choices,
      today,
    });
    expect(made).toMatchObject({
      body: {
        type: 'conference.polled',
        conferenceKind: 'joint',
        slots: [{ id: 'a', slotOn: '2026-12-10', slotAt: '15:00' }],
        asked: [
          {},
          {},
          {},
          { function: 'visitingNurse', organisation: 'station' },
          { function: 'family' },
          { id: 'g1', who: '大野医院', required: true },
        ],
      },
    });
  });

  it('is not sent with half a time, or with nobody', () => {
    expect(pollBody(typed({ days: ['12/10', '12/11'] }), { choices, today })).toEqual({ fault: 'slots' });
    expect(pollBody(typed({ days: ['', ''], times: ['', ''] }), { choices, today })).toEqual({ fault: 'slots' });
    expect(pollBody(typed({ seats: [] }), { choices, today })).toEqual({ fault: 'seats' });
  });
});

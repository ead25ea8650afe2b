import type { CaseFacts } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import { bestSlot, slotStandings } from './propose-slot.ts';
import { recordOf } from './record-of.ts';

type Conference = CaseFacts['conferences'][number];
type Seat = NonNullable<Conference['asked']>[number];

const slots = [
  { id: 's1', on: '2026-12-10', at: '15:00' },
  { id: 's2', on: '2026-12-11', at: '10:00' },
  { id: 's3', on: '2026-12-12', at: '16:30' },
];
const seat = (part: Seat['function'], said: string, more: Partial<Seat> = {}): Seat => ({
  id: `${part}-${more.org ?? ''}`,
  function: part,
  ...more,
  ...(said && {
    answers: [...said].map(mark => ({ o: 'fits', t: 'fitsMaybe', x: 'fitsNot', '-': 'open' })[mark] as 'fits'),
  }),
});
const polled = (...asked: Seat[]): Conference => ({
  ...{ id: 'k1', ordinal: 1, kind: 'joint', attended: [], minutes: 'none', seq: 5, on: '2026-12-01', round: 0 },
  ...{ slots, asked },
});
const best = (...asked: Seat[]) => bestSlot(slotStandings(polled(...asked)))?.id ?? null;
const required = { required: true };

describe('the time that is proposed', () => {
  it('is none that somebody who must be there cannot come to, however many others can', () => {
    const others = [seat('pharmacist', 'oxx'), seat('school', 'oxx'), seat('publicHealthNurse', 'oxx')];
    expect(best(seat('attendingDoctor', 'xoo', required), ...others)).toBe('s2');
    expect(best(seat('attendingDoctor', 'xxx', required), ...others)).toBeNull();
  });

  it('is none while nobody has answered', () => {
    expect(best(seat('attendingDoctor', ''), seat('visitingNurse', ''))).toBeNull();
  });

  it('is one at which the required have said that they come, before one at which they have said nothing', () => {
    expect(best(seat('attendingDoctor', '', required), seat('visitingNurse', 'oox'))).toBe('s1');
    expect(best(seat('attendingDoctor', 'xxt', required), seat('visitingNurse', 'oox'))).toBe('s3');
  });

  it('keeps to the fee schedule before it counts heads: three parties come, though more people can at another time', () => {
    // The school, the town and the vendor are no parties of note 3, however many of them come.
    const many = [seat('school', 'oox'), seat('publicHealthNurse', 'oox'), seat('deviceVendor', 'oox')];
    const three = [seat('homePhysician', 'oxo'), seat('visitingNurse', 'oxo'), seat('supportPlanner', 'oxo')];
    const asked = [seat('attendingDoctor', 'xoo'), ...many, ...three];
    expect(best(...asked)).toBe('s3');
    const [, second, third] = slotStandings(polled(...asked));
    expect(second?.conditions.map(({ ok }) => ok)).toEqual([true, false, false]);
    expect(third?.conditions.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(third?.conditions.map(({ code }) => code)).toEqual([
      'b005.hospitalSide',
      'b005.otherSide',
      'b005.threeParties',
    ]);
  });

  it('is the earlier of two that are alike, ○ before △', () => {
    expect(best(seat('attendingDoctor', 'too'), seat('visitingNurse', 'ooo'))).toBe('s2');
    expect(best(seat('attendingDoctor', 'ooo'), seat('visitingNurse', 'ooo'))).toBe('s1');
  });
});

describe('the record of joint guidance', () => {
  const held = (attended: Conference['attended'], more: Partial<Conference> = {}): Conference => {
    const { slots: _slots, ...conference } = polled();
    return { ...conference, heldOn: '2026-12-11', attended, ...more };
  };
  const standing = (conference: Conference) =>
    Object.fromEntries((recordOf(conference) ?? []).map(({ code, ok }) => [code, ok]));

  it('tells what a conference shows by itself, and never calls met what stands in the chart alone', () => {
    const three: Conference['attended'] = ['attendingDoctor', 'homePhysician', 'visitingNurse', 'supportPlanner'];
    const whole = standing(held(three));
    expect(whole).toMatchObject({
      guided: true,
      'b005.hospitalSide': true,
      'b005.otherSide': true,
      'b005.threeParties': true,
    });
    expect(whole).toMatchObject({ consent: 'unknown', written: 'unknown', recorded: 'unknown', 'video.consent': true });
    expect(standing(held(three, { online: ['homePhysician'] }))).toMatchObject({ 'video.consent': 'unknown' });
    expect(standing(held(['attendingDoctor', 'school']))).toMatchObject({
      'b005.otherSide': false,
      'b005.threeParties': false,
    });
  });

  it('is of joint conferences alone', () => {
    expect(recordOf(held(['attendingDoctor'], { kind: 'community' }))).toBeNull();
  });
});

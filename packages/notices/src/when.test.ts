import { describe, expect, it } from 'vitest';
import { type MailChoice, readNoticeChoices, standardMail } from './choices.ts';
import { afterQuiet, goesNow, nextDigest, nextLook } from './when.ts';

/** An instant of Japan in December 2026. */
const at = (day: number, time: string) =>
  new Date(`2026-12-${String(day).padStart(2, '0')}T${time}:00+09:00`).toISOString();
const choose = (changes: Partial<MailChoice>): MailChoice => ({
  ...standardMail,
  pace: 'digest',
  quiet: null,
  ...changes,
});

describe('quiet hours', () => {
  const night = { quiet: { from: '20:00', until: '07:00' } };
  const lunch = { quiet: { from: '12:00', until: '13:00' } };

  it.each([
    ['19:59', 1, '19:59'],
    ['20:00', 2, '07:00'],
    ['23:59', 2, '07:00'],
  ])('over midnight, in the evening: %s', (time, day, ends) => {
    expect(afterQuiet(at(1, time), night)).toBe(at(day, ends));
  });

  it.each([
    ['00:00', '07:00'],
    ['06:59', '07:00'],
    ['07:00', '07:00'],
  ])('over midnight, in the morning: %s', (time, ends) => {
    expect(afterQuiet(at(1, time), night)).toBe(at(1, ends));
  });

  it.each([
    ['11:59', '11:59'],
    ['12:00', '13:00'],
    ['12:59', '13:00'],
    ['13:00', '13:00'],
  ])('of one day: %s', (time, ends) => expect(afterQuiet(at(1, time), lunch)).toBe(at(1, ends)));

  it('are left out by whoever has none, and cannot be the whole day', () => {
    expect(afterQuiet(at(1, '03:00'), { quiet: null })).toBe(at(1, '03:00'));
    const never = { ...standardMail, pace: 'digest', quiet: { from: '08:00', until: '08:00' } };
    expect(readNoticeChoices({ mail: never }).mail.pace).toBe('off');
  });
});

describe('the next digest', () => {
  it.each([
    [1, '07:29', 1, '07:30'],
    [1, '07:30', 1, '12:30'],
    [1, '12:30', 1, '17:00'],
    [1, '17:00', 2, '07:30'],
    [31, '23:59', 32, '07:30'],
  ])('after day %i, %s', (day, time, then, told) => {
    const expected = then === 32 ? new Date('2027-01-01T07:30:00+09:00').toISOString() : at(then, told);
    expect(nextDigest(at(day, time), choose({}))).toBe(expected);
  });

  it('is one of those that were chosen', () => {
    expect(nextDigest(at(1, '07:00'), choose({ times: ['17:00'] }))).toBe(at(1, '17:00'));
  });

  it('waits for the end of quiet hours in which it lies, also when they began the day before', () => {
    const late = choose({ times: ['07:30', '17:00'], quiet: { from: '16:00', until: '08:15' } });
    expect(nextDigest(at(1, '07:00'), late)).toBe(at(1, '08:15'));
    // Chosen after half past seven: what the morning would have told is still told at the end.
    expect(nextDigest(at(1, '08:00'), late)).toBe(at(1, '08:15'));
    expect(nextDigest(at(1, '08:15'), late)).toBe(at(2, '08:15'));
  });
});

describe('the next look', () => {
  const digestAt = at(1, '12:30');
  it('is the digest for whoever wants nothing before it, else within a minute', () => {
    expect(nextLook(at(1, '09:00'), choose({ urgentAtOnce: false }), digestAt)).toBe(digestAt);
    expect(nextLook(at(1, '09:00'), choose({}), digestAt)).toBe(at(1, '09:01'));
    expect(nextLook(at(1, '09:00'), choose({ pace: 'atOnce' }), digestAt)).toBe(at(1, '09:01'));
    expect(nextLook(at(1, '12:29'), choose({ pace: 'atOnce' }), digestAt)).toBe(digestAt);
    expect(nextLook(at(1, '09:00'), choose({ pace: 'off' }), digestAt)).toBeNull();
  });

  it('is never in quiet hours', () => {
    const mail = choose({ pace: 'atOnce', quiet: { from: '20:00', until: '07:00' } });
    expect(nextLook(at(1, '20:30'), mail, at(2, '07:30'))).toBe(at(2, '07:00'));
  });
});

describe('what goes out', () => {
  const now = at(1, '09:00');
  const looked = (isDigest: boolean) => ({ at: now, isDigest });
  const goes = (
    kind: 'turn' | 'mention' | 'deadline' | 'notes',
    mail: Partial<MailChoice>,
    isDigest: boolean,
    dueOn?: string,
  ) => goesNow({ kind, ...(dueOn && { dueOn }) }, choose(mail), looked(isDigest));

  it('with a digest: what there is to do, and what changed where that was chosen', () => {
    expect(goes('turn', {}, true)).toBe(true);
    expect(goes('notes', {}, true)).toBe(false);
    expect(goes('notes', { changes: true }, true)).toBe(true);
  });

  it('before it: what is urgent, unless that was not wanted', () => {
    expect(goes('turn', {}, false)).toBe(false);
    expect(goes('mention', {}, false)).toBe(true);
    expect(goes('mention', { urgentAtOnce: false }, false)).toBe(false);
    expect(goes('deadline', {}, false, '2026-12-02')).toBe(false);
    expect(goes('deadline', {}, false, '2026-12-01')).toBe(true);
    expect(goes('deadline', {}, false)).toBe(false);
  });

  it('at once: what there is to do, never what changed', () => {
    expect(goes('turn', { pace: 'atOnce' }, false)).toBe(true);
    expect(goes('notes', { pace: 'atOnce', changes: true }, false)).toBe(false);
  });

  it('nothing in quiet hours, however urgent, and nothing for whoever wants no mail', () => {
    expect(goes('mention', { pace: 'atOnce', quiet: { from: '08:00', until: '10:00' } }, true)).toBe(false);
    expect(goes('mention', { pace: 'off' }, true)).toBe(false);
  });
});

it('one setting of another version spoils no other one', () => {
  expect(readNoticeChoices({ mail: { pace: 'hourly' }, muted: ['notes'] })).toEqual({
    muted: ['notes'],
    mail: standardMail,
  });
  expect(readNoticeChoices({ mail: choose({}), muted: 3 })).toEqual({ muted: [], mail: choose({}) });
});

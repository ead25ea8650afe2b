import { describe, expect, it } from 'vitest';
import { type Invitation, toCalendarFile } from './invitation.ts';

const invitation: Invitation = {
  ...{ id: 'k1', no: 'K-12345', on: '2026-12-11', at: '10:00', minutes: 60, place: '3階 会議室', what: '会議' },
  now: '2026-12-01T00:00:00.000Z',
};
const linesOf = (more: Partial<Invitation> = {}) => toCalendarFile({ ...invitation, ...more }).split('\r\n');

describe('an invitation to a calendar', () => {
  it('says the number of the case, the time in UTC and the place', () => {
    expect(linesOf()).toEqual([
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Kaerimichi//Conference//JA', 'METHOD:PUBLISH', 'BEGIN:VEVENT'],
      ...['UID:k1@kaerimichi', 'DTSTAMP:20261201T000000Z', 'DTSTART:20261211T010000Z', 'DTEND:20261211T020000Z'],
      ...['SUMMARY:会議 K-12345', 'LOCATION:3階 会議室', 'CLASS:CONFIDENTIAL', 'END:VEVENT', 'END:VCALENDAR', ''],
    ]);
  });

  it('is of the day before in UTC where it is early, and of the whole day without a time', () => {
    expect(linesOf({ at: '08:30', on: '2027-01-01' })).toContain('DTSTART:20261231T233000Z');
    const whole = linesOf({ at: null, on: '2026-12-31' });
    expect(whole).toContain('DTSTART;VALUE=DATE:20261231');
    expect(whole).toContain('DTEND;VALUE=DATE:20270101');
  });

  it('escapes what the format means something by, and lets no line end begin another property', () => {
    const file = toCalendarFile({ ...invitation, place: 'A棟, 2階; \\受付\nATTENDEE:mailto:x@example.com' });
    expect(file).toContain('LOCATION:A棟\\, 2階\\; \\\\受付\\nATTENDEE:mailto:x@example.com');
    expect(file.split('\r\n').some(line => line.startsWith('ATTENDEE'))).toBe(false);
  });

  it('folds lines at 75 octets, never within a character, and unfolds to the same', () => {
    const place = '神奈川県立こども医療センター 本館4階 カンファレンス室𠮷'.repeat(4);
    const file = toCalendarFile({ ...invitation, place });
    for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(file).not.toContain('\uFFFD');
    expect(file.replaceAll('\r\n ', '')).toContain(`LOCATION:${place}`);
  });
});

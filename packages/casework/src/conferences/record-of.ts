import type { CaseFacts } from '@kaerimichi/discharge';
import { hospitalStaffCodes, inTable, partyCodes } from '../fees/read-codes.ts';
import type { ConferenceSeen } from './conferences-seen.ts';
import { conditionsOf } from './propose-slot.ts';

/** What the record of joint guidance (退院時共同指導) says: when, who was there, what was explained and given. */
const asked: readonly string[] = [
  'guided',
  'b005.hospitalSide',
  'b005.otherSide',
  'b005.threeParties',
  'consent',
  'written',
  'video.consent',
  'recorded',
];

/**
 * What of it a conference tells by itself, condition by condition. What stands in the hospital's chart (consent, the paper
 * that was given, the key points) the program does not know: it is `unknown`, never met.
 */
export function recordOf(conference: CaseFacts['conferences'][number]): NonNullable<ConferenceSeen['record']> | null {
  const { kind, heldOn, attended, online = [] } = conference;
  if (kind !== 'joint') return null;
  const on = heldOn ?? conference.plannedOn ?? conference.on;
  const facts = {
    ...{ on, byVideo: online.length > 0 },
    ...(heldOn && { guidedOn: heldOn }),
    hospitalStaff: inTable(attended, hospitalStaffCodes),
    parties: inTable(attended, partyCodes),
    // Who came is known by profession alone: a second station is never taken for granted.
    stations: attended.includes('visitingNurse') ? 1 : 0,
  };
  return conditionsOf('b005.multi', facts)
    .filter(({ code }) => asked.includes(code))
    .map(({ code, text, ok }) => ({ code, text, ok }));
}

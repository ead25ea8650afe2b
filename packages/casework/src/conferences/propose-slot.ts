import type { CaseFacts, Day, Fits, TeamFunction, Words } from '@kaerimichi/discharge';
import { type FeeCondition, feeRules } from '@kaerimichi/rules';
import { hospitalStaffCodes, inTable, partyCodes } from '../fees/read-codes.ts';

type Conference = CaseFacts['conferences'][number];
type Seat = NonNullable<Conference['asked']>[number];
type Slot = NonNullable<Conference['slots']>[number];

/** What a proposed time comes to: how many said what, who must be there and is not, what the fee schedule asks of those who come. */
export type SlotStanding = {
  readonly id: string;
  readonly on: Day;
  readonly at: string;
  readonly counts: Readonly<Record<Fits | 'open', number>>;
  /** Seats without whom the meeting is not held: that cannot come, and that have not answered. */
  readonly requiredMissing: readonly string[];
  readonly requiredOpen: readonly string[];
  /** Conditions of joint guidance about who is there. */
  readonly conditions: readonly AttendanceCondition[];
};
type AttendanceCondition = { readonly code: string; readonly text: Words; readonly ok: boolean };

/** Conditions of the fees for joint guidance that ask who is there, and of nothing else. */
const attendanceCodes: readonly string[] = ['b005.hospitalSide', 'b005.otherSide', 'b005.threeParties'];

/** Every proposed time, in the order in which they were proposed. */
export const slotStandings = ({ slots = [], asked = [] }: Conference): SlotStanding[] =>
  slots.map((slot, at) => standingOf(slot, asked, at));

function standingOf({ id, on, at: time }: Slot, asked: readonly Seat[], at: number): SlotStanding {
  const saidOf = ({ answers }: Seat) => answers?.[at] ?? 'open';
  const those = (...said: readonly string[]) => asked.filter(seat => said.includes(saidOf(seat)));
  const required = (...said: readonly string[]) =>
    those(...said)
      .filter(seat => seat.required)
      .map(seat => seat.id);
  const count = (said: Fits | 'open') => those(said).length;
  return {
    ...{ id, on, at: time },
    counts: { fits: count('fits'), fitsMaybe: count('fitsMaybe'), fitsNot: count('fitsNot'), open: count('open') },
    requiredMissing: required('fitsNot'),
    requiredOpen: required('open'),
    conditions: attendanceConditions(those('fits', 'fitsMaybe'), on),
  };
}

/** What the fee schedule asks of who is there, told of those who come on a day. */
function attendanceConditions(coming: readonly Pick<Seat, 'function' | 'org'>[], on: Day): AttendanceCondition[] {
  const parts: readonly TeamFunction[] = coming.map(seat => seat.function);
  const stations = new Set(
    coming.filter(seat => seat.function === 'visitingNurse').map((seat, at) => seat.org ?? String(at)),
  );
  const facts = {
    ...{ on, guidedOn: on, stations: stations.size },
    hospitalStaff: inTable(parts, hospitalStaffCodes),
    parties: inTable(parts, partyCodes),
  };
  return conditionsOf('b005.multi', facts)
    .filter(({ code }) => attendanceCodes.includes(code))
    .map(({ code, text, ok }) => ({ code, text, ok: ok === true }));
}

export function conditionsOf(fee: string, facts: Readonly<Record<string, unknown>>): readonly FeeCondition[] {
  const outcome = feeRules.find(({ id }) => id === fee)?.ask(facts);
  return outcome?.ok ? outcome.answer.conditions : [];
}

/**
 * The time to propose: all that must be there come, the fee schedule's conditions about who is there are kept, most others
 * come, and it is the earliest of those. null: somebody who must be there can come at none, or nobody has answered.
 */
export function bestSlot(standings: readonly SlotStanding[]): SlotStanding | null {
  const possible = standings.filter(
    ({ requiredMissing, counts }) => requiredMissing.length === 0 && counts.fits + counts.fitsMaybe > 0,
  );
  const [best] = [...possible].sort((a, b) => compare(rankOf(a), rankOf(b)) || (startOf(a) < startOf(b) ? -1 : 1));
  return best ?? null;
}

/** More is better, the first that differs decides: answers of the required, conditions, ○, △. */
const rankOf = ({ requiredOpen, conditions, counts }: SlotStanding): readonly number[] => [
  -requiredOpen.length,
  conditions.filter(({ ok }) => ok).length,
  counts.fits,
  counts.fitsMaybe,
];
const startOf = ({ on, at }: SlotStanding): string => `${on} ${at}`;

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (b[at] ?? 0) - (a[at] ?? 0);
}

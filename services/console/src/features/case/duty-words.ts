import type { CaseDuty, DutyShift } from '@kaerimichi/contracts';
import { shownTelephone } from '../../parts/telephone.ts';
import type { Speech } from '../../words/words.ts';

/** `いま 夜間(17:15–翌8:30)`: when a shift is, as it is said on a day. */
export function shiftTime({ on, band, begins, ends, isNow }: DutyShift, today: string, { say }: Pick<Speech, 'say'>) {
  const when = say(isNow ? 'duty.now' : on === today ? 'duty.today' : 'duty.tomorrow');
  const isNextDay = ends <= begins;
  return say('duty.shift', { when, band, begins, ends: isNextDay ? say('duty.nextDay', { time: ends }) : ends });
}

/** Everything that one organisation has until the end of tomorrow, on one line of a paper. */
export function dutyLine(shifts: readonly DutyShift[], today: string, speech: Pick<Speech, 'say'>): string {
  const { say } = speech;
  return shifts
    .map(shift => {
      const who = shift.post ? `${shift.post.name} ${shownTelephone(shift.post.telephone)}` : say('duty.nobody');
      return say('duty.paper', { shift: shiftTime(shift, today, speech), who });
    })
    .join(say('duty.paperNext'));
}

export type DutyOrg = NonNullable<CaseDuty['orgs']>[number];

import { addDays } from '@kaerimichi/rules/calendar';
import type { Day } from '../vocabulary.ts';
import { isOpenBy } from './open-by.ts';
import type { Handoff } from './step.ts';
import { sideToMove } from './turn.ts';

type Asked = NonNullable<Handoff['teachBack']>[number];

/** What was said back and is to be talked over: not sure, or not as it is. */
export const isToTalkOver = ({ said, check }: Asked): boolean =>
  said !== undefined && (check === 'toTalk' || (said === 'unsure' && check === undefined));

/** Topics of a handoff that sender and receiver have to talk over. */
export const toTalkOver = ({ teachBack = [] }: Handoff): Asked[] => teachBack.filter(isToTalkOver);

/** Questions that the receiver still has to answer before it says yes; of a section that was closed since, nothing. */
export function unsaid({ teachBack = [] }: Handoff, consents: Parameters<typeof isOpenBy>[0]): Asked[] {
  return teachBack.filter(({ said, section }) => said === undefined && isOpenBy(consents, section));
}

/** Whether the receiver is asked how the handoff held: the first visit is over, and it has not said so. */
export const isReviewWanted = ({ status, closedOn, review }: Handoff): boolean =>
  status === 'closed' && closedOn !== undefined && review === undefined;

/** So long it stands among tasks: after a month nobody remembers what was hard first. */
const ASKED_DAYS = 30;

/** Whether a look back is to do on a day; later it may be written, and nobody is asked any more. */
export const isReviewToDo = (handoff: Handoff, on: Day): boolean =>
  isReviewWanted(handoff) && on <= addDays(handoff.closedOn ?? on, ASKED_DAYS);

/** Whether the sender owes an answer to what the receiver wrote after the first visit. */
export const isReviewOpen = ({ review }: Handoff): boolean => review?.wantsReply === true;

/** Whether somebody without an account wants to be called about the printed handoff, and nothing was decided since. */
export const isCallWanted = ({ status, paper }: Handoff): boolean =>
  paper?.answer === 'paperCallMe' && sideToMove(status) !== null;

/** Days within which the receiver is asked to look back at the handoff. */
export const REVIEW_DAYS = 7;

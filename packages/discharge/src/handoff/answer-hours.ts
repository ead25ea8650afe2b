import { addDays, startOfTokyoDay } from '@kaerimichi/rules/calendar';
import type { CaseFacts } from '../facts.ts';
import { REPLY_HOURS, replyDueAt, sideToMove } from './turn.ts';

/** Hours of the clock after which an answer that is waited for is reminded of, and told one level up (experience.md §5.11). */
export const answerHours = { unopened: 24, unanswered: REPLY_HOURS, escalated: 72 } as const;
export type AnswerHours = { readonly [Step in keyof typeof answerHours]: number };

/** As the rule set of the lead says; both sides have the same clock. */
export const answerHoursOf = ({ rules }: Pick<CaseFacts, 'rules'>): AnswerHours => hoursWith(rules?.answerHours);

/** What is said, and the program's own where nothing is. */
export const hoursWith = (said: NonNullable<CaseFacts['rules']>['answerHours'] = {}): AnswerHours => ({
  unopened: said.unopened ?? answerHours.unopened,
  unanswered: said.unanswered ?? answerHours.unanswered,
  escalated: said.escalated ?? answerHours.escalated,
});

/** The two clocks of an answer, one row of each for the next instant that comes. */
export type AnswerTimer = 'answerRemind' | 'answerEscalate';
type Instant = string;

/** An instant at which something is told, and since which event it is waited for. */
type Telling = { readonly at: Instant; readonly seq: number };

/** What is waited for: since when, and at which instants somebody is told of it. */
export type AnswerClock = {
  readonly kind: 'enquiry' | 'handoff';
  readonly ref: string;
  readonly seq: number;
  readonly since: Instant;
  /** Not opened yet; null: it was, or is no thing to open. */
  readonly unopenedAt: Instant | null;
  /** null: a day for the answer was named, which is reminded of like every day. */
  readonly unansweredAt: Instant | null;
  readonly escalatedAt: Instant;
};

/** Every answer that is waited for and whose beginning is known to the instant; of earlier ones the day alone is known. */
export function answerClocks(facts: CaseFacts): AnswerClock[] {
  const hours = answerHoursOf(facts);
  return [
    ...facts.team.flatMap(({ id, state, enquiry, replyBy }): AnswerClock[] =>
      state === 'asked' && enquiry
        ? [{ kind: 'enquiry', ref: id, seq: enquiry.seq, ...ofEnquiry(enquiry.at, replyBy, hours) }]
        : [],
    ),
    ...facts.handoffs.flatMap(({ id, status, sentSeq, turned }): AnswerClock[] =>
      sentSeq && turned && status !== 'draft' && sideToMove(status)
        ? [{ kind: 'handoff', ref: id, seq: turned.seq, ...ofHandoff(turned.at, status === 'sent', hours) }]
        : [],
    ),
  ];
}

type Instants = Pick<AnswerClock, 'since' | 'unopenedAt' | 'unansweredAt' | 'escalatedAt'>;

/** A day that was named for the answer stands above the hours: missed, it is told as long after its end. */
function ofEnquiry(since: Instant, replyBy: string | undefined, hours: AnswerHours): Instants {
  const left = hours.escalated - hours.unanswered;
  return {
    since,
    unopenedAt: null,
    unansweredAt: replyBy ? null : replyDueAt(since, hours.unanswered),
    escalatedAt: replyBy ? replyDueAt(startOfTokyoDay(addDays(replyBy, 1)), left) : replyDueAt(since, hours.escalated),
  };
}

const ofHandoff = (since: Instant, isUnopened: boolean, hours: AnswerHours): Instants => ({
  since,
  unopenedAt: isUnopened ? replyDueAt(since, hours.unopened) : null,
  unansweredAt: replyDueAt(since, hours.unanswered),
  escalatedAt: replyDueAt(since, hours.escalated),
});

function tellingsOf(timer: AnswerTimer, facts: CaseFacts): Telling[] {
  return answerClocks(facts).flatMap(({ seq, unopenedAt, unansweredAt, escalatedAt }) => {
    const instants = timer === 'answerRemind' ? [unopenedAt, unansweredAt] : [escalatedAt];
    return instants.flatMap(at => (at === null ? [] : [{ at, seq }]));
  });
}

/**
 * Instants that are still to come up, without those that the last event of this kind told. As with days (reminders.ts)
 * the number of the event is asked too: a clock that ran ahead takes nothing from what is asked after it was put right.
 */
export function answersToTell(timer: AnswerTimer, facts: CaseFacts): Instant[] {
  const last = timer === 'answerRemind' ? facts.answersReminded : facts.answersEscalated;
  return tellingsOf(timer, facts)
    .filter(({ at, seq }) => !(last !== undefined && seq < last.seq && at <= last.at))
    .map(({ at }) => at)
    .sort();
}

/** Whether an answer is to be reminded of, or told one level up, at an instant. */
export const isTimeForAnswer = (timer: AnswerTimer, facts: CaseFacts, at: Instant): boolean =>
  !facts.closing && answersToTell(timer, facts).some(instant => instant <= at);

/** How far the time of an answer has come at an instant; null: nothing is waited for, or only its day is known. */
export function answerPhase(
  facts: CaseFacts,
  { kind, ref }: { readonly kind: string; readonly ref: string },
  at: Instant,
): 'ahead' | 'near' | 'over' | 'late' | null {
  // A question is named by its handoff and itself.
  const [of, id] = kind === 'question' ? ['handoff', ref.split('.')[0]] : [kind, ref];
  const clock = answerClocks(facts).find(other => other.kind === of && other.ref === id);
  if (!clock) return null;
  if (clock.escalatedAt <= at) return 'late';
  if (clock.unansweredAt !== null && clock.unansweredAt <= at) return 'over';
  return clock.unopenedAt !== null && clock.unopenedAt <= at ? 'near' : 'ahead';
}

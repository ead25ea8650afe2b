import { addDays, legalAgeReachedOn } from '@kaerimichi/rules/calendar';
import { type Deadline, deadlineRow } from './deadline-kinds.ts';
import type { CaseFacts } from './facts.ts';
import { skillRef } from './tracks/training/stands-alone.ts';
import type { Day } from './vocabulary.ts';

/** What lapses, and the ages, are shown this many days ahead; earlier they would hide what is due now. */
const DAYS_AHEAD = 30;

/** A deadline that is shown only some days ahead, and the day from which it counts as known. */
type QuietDate = { readonly row: Deadline; readonly knownOn: Day };

/** The last day whose quiet dates a card shows on a day. */
export const quietHorizon = (on: Day): Day => addDays(on, DAYS_AHEAD);

/** The day from which a card shows a quiet date. */
const shownFrom = ({ on }: Deadline): Day => addDays(on, -DAYS_AHEAD);

const later = (a: Day, b: Day): Day => (a > b ? a : b);

/** Dates on which something lapses, the day after the last valid day; and on which a device is to be serviced. */
export function lapses(facts: CaseFacts): QuietDate[] {
  const quiet = (kind: Lapse, ref: string, { until, on: knownOn }: { until: Day; on: Day }): QuietDate => ({
    row: deadlineRow(kind, ref, addDays(until, 1)),
    knownOn,
  });
  return [
    ...facts.consents.flatMap(({ id, on, until, withdrawnOn, lapsedOn }) =>
      until && !withdrawnOn && !lapsedOn ? [quiet('lapse.consent', id, { until, on })] : [],
    ),
    ...facts.skills.flatMap(skill =>
      skill.until && !skill.lapsedOn
        ? [quiet('lapse.skill', skillRef(skill), { until: skill.until, on: skill.on })]
        : [],
    ),
    ...facts.entitlements.flatMap(({ kind, on, until, lapsedOn }) =>
      until && !lapsedOn ? [quiet('lapse.entitlement', kind, { until, on })] : [],
    ),
    ...facts.devices.flatMap(({ id, on, nextServiceOn }) =>
      nextServiceOn ? [{ row: deadlineRow('deviceService', id, nextServiceOn), knownOn: on }] : [],
    ),
    ...(facts.nursingOrder && !facts.nursingOrder.lapsedOn ? [quiet('lapse.order', 'order', facts.nursingOrder)] : []),
  ];
}

type Lapse = 'lapse.consent' | 'lapse.skill' | 'lapse.entitlement' | 'lapse.order';

/**
 * The prompts at twelve and fifteen (成人移行): twelve asks the team, fifteen reminds that the panel should be open
 * (pathway.md, adult region). For a child that comes to us after the birthday nothing is said there: nobody here let a
 * day pass, so twelve is asked at once, and fifteen gives the days that every other child's team has from when it is shown.
 */
export function adultPrompts({ bornOn, birthKnownOn = bornOn, adult }: CaseFacts): QuietDate[] {
  if (!bornOn || !birthKnownOn) return [];
  const quiet = (row: Deadline): QuietDate => ({ row, knownOn: birthKnownOn });
  const twelfth = later(legalAgeReachedOn(bornOn, 12), birthKnownOn);
  const fifteenth = legalAgeReachedOn(bornOn, 15);
  const prompt = adult ? [] : [quiet(deadlineRow('adult12', 'prompt', twelfth))];
  if (adult?.openedOn || adult?.ended) return prompt;
  const opening = fifteenth < birthKnownOn ? addDays(birthKnownOn, DAYS_AHEAD) : fifteenth;
  return [...prompt, quiet(deadlineRow('adult15', 'open', opening))];
}

/** Days on which quiet dates come into view and of which no card has told: neither on the day itself nor since. */
const isToCome =
  ({ nearedOn = '' }: CaseFacts) =>
  ({ row, knownOn }: QuietDate): boolean =>
    shownFrom(row) > later(knownOn, nearedOn);

/**
 * The facts once an event of a day is on the card: what has come into view by that day is told by it, whoever sent it
 * and whatever it was about, so that the clock has nothing to add. Unchanged facts are the same object.
 */
export function toldBy(facts: CaseFacts, on: Day): CaseFacts {
  if (facts.closing) return facts;
  const horizon = quietHorizon(on);
  const inView = [...lapses(facts), ...adultPrompts(facts)].filter(({ row }) => row.on <= horizon);
  return inView.some(isToCome(facts)) ? { ...facts, nearedOn: on } : facts;
}

/** The row that brings the next of a case's quiet dates into view on its day, without anybody's event. */
export function nextIntoView(facts: CaseFacts, quiet: readonly QuietDate[]): Deadline[] {
  // The earliest first, so that most are never looked at.
  const byDay = [...quiet].sort((a, b) => (a.row.on < b.row.on ? -1 : 1));
  const next = byDay.find(isToCome(facts));
  return next ? [deadlineRow('dueAhead', 'card', shownFrom(next.row))] : [];
}

/**
 * Whether a quiet date has come into view by a day, and nobody has been told. One whose own event is due by then says so
 * itself: a clock that stood still does not tell first that it will.
 */
export function hasComeIntoView(facts: CaseFacts, on: Day): boolean {
  const isAhead = ({ row }: QuietDate) => shownFrom(row) <= on && (row.on > on || row.fires === null);
  return [...lapses(facts), ...adultPrompts(facts)].filter(isToCome(facts)).some(isAhead);
}

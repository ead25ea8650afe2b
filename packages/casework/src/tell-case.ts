import { type Actor, tokyoDay } from '@kaerimichi/discharge';
import type { NewRegistration } from './casework.ts';
import type { Outcome } from './outcome.ts';
import { type PlannedEvent, planEvent, planTimeEvent, type TimeEvent } from './plan-event.ts';
import { openedCase, planRegistration } from './plan-registration.ts';
import type { CommitPlan, LoadedCase, ToldCase } from './ports.ts';

/** How a told case begins: under which number, by whom and when, in a network with these hubs. */
export type Beginning = {
  readonly no: string;
  readonly registration: NewRegistration;
  readonly by: Actor;
  readonly at: string;
  readonly hubs: readonly string[];
};

/** What somebody sends, or what the clock does. */
export type ToldStep = { readonly at: string } & (
  | { readonly by: Actor; readonly sent: Readonly<Record<string, unknown>> }
  | { readonly time: TimeEvent }
);

/** What happens next to a case as it has become, after the instant of its last event; null: that is all. */
export type Teller = (loaded: LoadedCase, toldAt: string) => ToldStep | null;

/**
 * A case decided step by step in memory, each step on where the ones before it have led. As with `planEvent`, nobody's
 * right to send a step is asked, nor whether the organisations and people that it names are there.
 *
 * @throws Error naming the step that is refused
 */
export function tellCase({ no, registration, by, at, hubs }: Beginning, next: Teller): ToldCase {
  const opening = answerOf(planRegistration(registration, { by, at, hubs, session: null, key: null }), {
    what: `registration by ${by.membership}`,
    no,
    at,
  });
  const plans: CommitPlan[] = [];
  let loaded = openedCase(opening, no);
  let toldAt = at;
  for (let step = next(loaded, toldAt); step; step = next(loaded, toldAt)) {
    const planned = answerOf(planStep(loaded, step, hubs), { what: nameOf(step), no, at: step.at });
    plans.push(planned.plan);
    loaded = planned.next;
    toldAt = step.at;
  }
  return { opening, no, plans };
}

const planStep = (loaded: LoadedCase, step: ToldStep, hubs: readonly string[]): Outcome<PlannedEvent> =>
  'time' in step
    ? planTimeEvent(loaded, step.time, { at: step.at, hubs })
    : planEvent(loaded, step.sent, { by: step.by, at: step.at, hubs });

const nameOf = (step: ToldStep): string =>
  'time' in step ? step.time.type : `${String(step.sent.type)} by ${step.by.membership}`;

function answerOf<Answer>(outcome: Outcome<Answer>, { what, no, at }: Record<'what' | 'no' | 'at', string>): Answer {
  if (outcome.ok) return outcome.answer;
  const { code, reasons = [], issues = [] } = outcome.refusal;
  const why = [...reasons.map(reason => reason.code), ...issues.map(({ path, message }) => [path, message])];
  throw new Error(`${no}: ${what} on ${tokyoDay(at)} refused: ${code} ${JSON.stringify(why)}`);
}

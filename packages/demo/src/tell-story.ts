import { accessOf, actsAs, maySend } from '@kaerimichi/access';
import {
  type LoadedCase,
  type Outcome,
  openedCase,
  type PlannedEvent,
  planEvent,
  planRegistration,
  planTimeEvent,
  type ToldCase,
} from '@kaerimichi/casework';
import { type Day, startOfTokyoDay, timeEventOf, tokyoDay } from '@kaerimichi/discharge';
import { deadlinesOf } from '@kaerimichi/discharge/chart';
import { viewerOf } from './people.ts';
import type { Step, Story } from './story.ts';

const OFFICE_OPENS_MS = 9 * 3_600_000;
/** Between two things that happen on one day. */
const APART_MS = 23 * 60_000;

type Telling = {
  readonly now: string;
  readonly hubs: readonly string[];
  loaded: LoadedCase;
  at: string;
  readonly plans: PlannedEvent['plan'][];
};

/**
 * Decides a story step by step in memory, as if everybody in it had sent it on that day, and lets the clock speak on
 * its days up to now: what is left to fire is due later.
 *
 * @throws Error naming the step that is refused, or that its sender may not send
 */
export function tellStory(story: Story, { now, hubs }: { now: string; hubs: readonly string[] }): ToldCase {
  const { child, registeredOn, registeredBy, reason, no } = story;
  const { familyName, givenName, familyKana, givenKana, sex, municipality, ...rest } = child;
  const identity = { familyName, givenName, familyKana, givenKana, sex, municipality, hospitalNumber: null };
  const { org: lead, ...by } = actorOf(registeredBy);
  const at = earlier(new Date(openingOf(registeredOn)).toISOString(), now);
  const registration = { lead, identity, reason, no, ...rest };
  const stamp = { by: { org: lead, ...by }, at, hubs, session: null, key: null };
  const opening = accepted(planRegistration(registration, stamp), `${no}: registration`);
  const telling: Telling = { now, hubs, loaded: openedCase(opening, no), at, plans: [] };
  for (const step of story.steps) {
    fireUntil(telling, step.on);
    takeStep(telling, step);
  }
  fireUntil(telling, tokyoDay(now));
  return { opening, no, plans: telling.plans };
}

function takeStep(telling: Telling, { on, by, type, body }: Step): void {
  const { loaded, hubs } = telling;
  const viewer = viewerOf(by);
  const access = accessOf(loaded.access, viewer);
  if (!access || !maySend(viewer, actsAs(access, loaded.facts, viewer), type))
    throw new Error(`demo: ${loaded.no}: ${by} may not send ${type}`);
  const at = momentOn(on, telling);
  const planned = planEvent(loaded, { type, ...body }, { by: actorOf(by), at, hubs });
  keep(telling, at, accepted(planned, `${loaded.no}: ${type} by ${by} on ${on}`));
}

/** What the clock has to say up to a day, the longest due first; what an event arms in the past comes at once after it. */
function fireUntil(telling: Telling, day: Day): void {
  for (;;) {
    const due = dueBy(telling.loaded, day);
    if (!due) return;
    const { loaded, hubs } = telling;
    const midnight = startOfTokyoDay(due.on);
    const at = earlier(later(midnight, after(telling.at)), telling.now);
    const planned = planTimeEvent(loaded, due.event, { at, hubs });
    keep(telling, at, accepted(planned, `${loaded.no}: ${due.event.type} on ${due.on}`));
  }
}

function dueBy({ facts }: LoadedCase, day: Day) {
  const [first] = deadlinesOf(facts)
    .filter(({ on }) => on <= day)
    .flatMap(row => {
      const event = timeEventOf(row);
      return event ? [{ on: row.on, event }] : [];
    })
    .sort((a, b) => a.on.localeCompare(b.on));
  return first;
}

function keep(telling: Telling, at: string, { plan, next }: PlannedEvent): void {
  telling.plans.push(plan);
  telling.loaded = next;
  telling.at = at;
}

const openingOf = (on: Day): number => Date.parse(startOfTokyoDay(on)) + OFFICE_OPENS_MS;

const after = (at: string): string => new Date(Date.parse(at) + 60_000).toISOString();
const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);

/** Office hours of the day, one thing after the other; never later than now. */
function momentOn(on: Day, { at, now }: Telling): string {
  const next = Math.max(openingOf(on), Date.parse(at) + APART_MS);
  return earlier(new Date(next).toISOString(), now);
}

function actorOf(sign: string) {
  const { membership, person, org, role, flags } = viewerOf(sign);
  return { membership, person, org, role, mayWaive: flags.includes('mayWaive') };
}

function accepted<Answer>(outcome: Outcome<Answer>, what: string): Answer {
  if (outcome.ok) return outcome.answer;
  const { code, reasons = [], issues = [] } = outcome.refusal;
  const why = [...reasons.map(reason => reason.code), ...issues.map(({ path, message }) => [path, message])];
  throw new Error(`demo: ${what} refused: ${code} ${JSON.stringify(why)}`);
}

import { type LoadedCase, type ToldCase, type ToldStep, tellCase } from '@kaerimichi/casework';
import { type Day, startOfTokyoDay, timeEventOf, tokyoDay } from '@kaerimichi/discharge';
import { deadlinesOf } from '@kaerimichi/discharge/chart';
import { actorOf, maySendNow, viewerOf } from './people.ts';
import type { Step, Story } from './story.ts';

const OFFICE_OPENS_MS = 9 * 3_600_000;
/** Between two things that happen on one day. */
const APART_MS = 23 * 60_000;

/**
 * Decides a story step by step in memory, as if everybody in it had sent it on that day, and lets the clock speak on
 * its days up to now: what is left to fire is due later.
 *
 * @throws Error naming the step that is refused, or that its sender may not send
 */
export function tellStory(story: Story, { now, hubs }: { now: string; hubs: readonly string[] }): ToldCase {
  const { no, registeredBy, registeredOn } = story;
  const at = earlier(new Date(openingOf(registeredOn)).toISOString(), now);
  const beginning = { no, registration: registrationOf(story), by: actorOf(viewerOf(registeredBy)), at, hubs };
  const steps = [...story.steps];
  return tellCase(beginning, (loaded, toldAt) => {
    const [step] = steps;
    const due = whatIsDue(loaded, step?.on ?? null, { toldAt, now });
    if (due || !step) return due;
    steps.shift();
    return whatIsSent(loaded, step, { toldAt, now });
  });
}

function registrationOf({ child, reason, registeredBy, no }: Story) {
  const { familyName, givenName, familyKana, givenKana, sex, municipality, ...rest } = child;
  const identity = { familyName, givenName, familyKana, givenKana, sex, municipality, hospitalNumber: null };
  return { lead: viewerOf(registeredBy).org, identity, reason, no, ...rest };
}

type Times = { readonly toldAt: string; readonly now: string };

/** Sent within office hours of its day, one thing after the other; never later than now. */
function whatIsSent(loaded: LoadedCase, { on, by, type, body }: Step, { toldAt, now }: Times): ToldStep {
  const viewer = viewerOf(by);
  if (!maySendNow(viewer, loaded, type)) throw new Error(`demo: ${loaded.no}: ${by} may not send ${type}`);
  const next = Math.max(openingOf(on), Date.parse(toldAt) + APART_MS);
  return { at: earlier(new Date(next).toISOString(), now), by: actorOf(viewer), sent: { type, ...body } };
}

/** What the clock has to say up to the day of the next step, or (null) up to now, the longest due first; what an event arms in the past comes at once after it. */
function whatIsDue({ facts }: LoadedCase, next: Day | null, { toldAt, now }: Times): ToldStep | null {
  const day = next ?? tokyoDay(now);
  // What waits for an instant has come when the office opens that day, or when the last thing was sent.
  const open = next === null ? now : earlier(later(new Date(openingOf(day)).toISOString(), toldAt), now);
  const [first] = deadlinesOf(facts)
    .filter(({ on, at }) => on <= day && (at === undefined || at <= open))
    .flatMap(row => {
      const time = timeEventOf(row);
      return time ? [{ dueAt: row.at ?? startOfTokyoDay(row.on), time }] : [];
    })
    .sort((one, other) => one.dueAt.localeCompare(other.dueAt));
  return first ? { at: earlier(later(first.dueAt, after(toldAt)), now), time: first.time } : null;
}

const openingOf = (on: Day): number => Date.parse(startOfTokyoDay(on)) + OFFICE_OPENS_MS;

const after = (at: string): string => new Date(Date.parse(at) + 60_000).toISOString();
const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);

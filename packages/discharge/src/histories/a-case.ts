import { positionOf } from '../position.ts';
import { phases, registered } from './phases.ts';
import type { ScriptEvent } from './script.ts';
import { createWalk, START } from './walk.ts';

type More = Omit<Partial<ScriptEvent>, 'by' | 'type' | 'body' | 'day'>;
type Body = ScriptEvent['body'];

/**
 * An invented case that is walked through the pathway: `aCase().goesTo('planning').sends('dsn', 'plan.explained')`.
 * What is refused without being expected to ends the test.
 */
export function aCase(registration: Body = {}, startsOn = START): Story {
  const walk = createWalk(startsOn);
  walk.must({ ...registered, body: { ...registered.body, ...registration } });
  return tell(walk, startsOn, 0);
}

function tell(walk: ReturnType<typeof createWalk>, startsOn: string, today: number) {
  let day = today;
  const stage = () => positionOf(walk.state().value).stage;
  const story = {
    ...walk,
    startsOn,
    facts: () => walk.state().facts,
    position: () => positionOf(walk.state().value),
    /** Tokyo day of the last event. */
    on: () => walk.past.at(-1)?.event.on ?? startsOn,
    day: () => day,
    seq: () => walk.past.length,
    waits: (days: number) => {
      day += days;
      return story;
    },
    sends: (by: string, type: string, body: Body = {}, more: More = {}) => {
      walk.must({ day, by, type, body, ...more });
      return story;
    },
    /** The decision about an event; an accepted one counts. */
    tries: (by: string, type: string, body: Body = {}, more: More = {}) => walk.send({ day, by, type, body, ...more }),
    /** Sends events on their days, or today when the case is further already. */
    plays: (events: readonly ScriptEvent[]) => {
      for (const sent of events) {
        day = Math.max(sent.day, day);
        walk.must({ ...sent, day });
      }
      return story;
    },
    /** Records what the present stage asks for, except events of some types. */
    prepares: (...except: readonly string[]) => story.plays(usualFacts(stage(), except)),
    /** Goes on by the usual way until the case stands in a stage. */
    goesTo: (goal: string) => {
      for (const phase of phases)
        if (stage() !== goal && stage() === phase.stage) story.plays([...phase.facts, phase.forward]);
      if (stage() !== goal) throw new Error(`the usual way does not lead to ${goal}`);
      return story;
    },
  };
  return story;
}

export type Story = ReturnType<typeof tell>;

/** The same case once more, to go another way. */
export const fork = (story: Story): Story => tell(createWalk(story.startsOn, story), story.startsOn, story.day());

function usualFacts(stage: string, except: readonly string[]): ScriptEvent[] {
  const phase = phases.find(other => other.stage === stage);
  if (!phase) throw new Error(`no usual way on from ${stage}`);
  return phase.facts.filter(({ type }) => !except.includes(type));
}

import type { DemoDesk, DemoStory } from '@kaerimichi/api';
import { type Casework, inLanes } from '@kaerimichi/casework';
import { demoOrganisations, demoWall, leadingPeople } from '@kaerimichi/demo';
import { tokyoDay } from '@kaerimichi/discharge';
import type { RehearsalClock } from '@kaerimichi/runtime';
import type { Store } from '@kaerimichi/store';
import type { Seeding } from '../seed.ts';
import { beginAnew } from './begin-anew.ts';
import { goOn, storyOf } from './go-on.ts';
import { daysToPlay, playDay } from './play-day.ts';
import { pushClock } from './push-clock.ts';

export type DeskPorts = {
  readonly store: Store;
  readonly casework: Casework;
  readonly clock: RehearsalClock;
  /** Whether nothing but this process asks the time: then it can be pushed. */
  readonly isAlone: boolean;
  /** The owner's, for the one thing that the application itself may not do: emptying the demo. */
  readonly adminUrl: string;
  readonly password: string;
  readonly size: Seeding['size'];
};

const orgNames = new Map(demoOrganisations.map(({ id, name }) => [id, name]));

/** What the start page of the demo can do. One thing at a time: a story does not go on in a world that is being begun. */
export function openDemoDesk(ports: DeskPorts): DemoDesk {
  const inTurn = inLanes();
  const story = keptStory(ports);
  return {
    wall: demoWall,
    roles: leadingPeople.map(({ id, identifier, membership, name, org, role, first }) => ({
      ...{ id, identifier, membership, name, role, first },
      org: orgNames.get(org) ?? org,
    })),
    story: story.look,
    goOn: requestId => inTurn('demo', () => goOn(ports, requestId).finally(story.forget)),
    seededOn: async () => tokyoDay((await ports.store.deployment.find())?.seededAt ?? ports.clock.now()),
    rehearsal: ports.isAlone
      ? {
          aheadDays: ports.clock.aheadDays,
          push: to => inTurn('demo', () => pushClock(ports, to).finally(story.forget)),
          days: daysToPlay,
          play: (day, requestId) => inTurn('demo', () => playDay(ports, day, requestId).finally(story.forget)),
        }
      : null,
    reset: () => inTurn('demo', () => beginAnew(ports).finally(story.forget)),
  };
}

const KEPT_MS = 1_000;

/** The story loads each of its children, and every open start page asks for it: it is looked for once a second. */
function keptStory(ports: DeskPorts) {
  let kept: { readonly until: number; readonly story: Promise<DemoStory> } | null = null;
  const forget = () => {
    kept = null;
  };
  const look = (): Promise<DemoStory> => {
    const now = Date.parse(ports.clock.now());
    if (kept && now < kept.until) return kept.story;
    const story = storyOf(ports);
    const looked = { until: now + KEPT_MS, story };
    kept = looked;
    story.catch(() => {
      if (kept === looked) forget();
    });
    return story;
  };
  return { look, forget };
}

import type { DemoDesk } from '@kaerimichi/api';
import { type Casework, type Clock, inLanes } from '@kaerimichi/casework';
import { demoOrganisations, leadingPeople } from '@kaerimichi/demo';
import { tokyoDay } from '@kaerimichi/discharge';
import type { Store } from '@kaerimichi/store';
import type { Seeding } from '../seed.ts';
import { beginAnew } from './begin-anew.ts';
import { goOn, storyOf } from './go-on.ts';

export type DeskPorts = {
  readonly store: Store;
  readonly casework: Casework;
  readonly clock: Clock;
  /** The owner's, for the one thing that the application itself may not do: emptying the demo. */
  readonly adminUrl: string;
  readonly password: string;
  readonly size: Seeding['size'];
};

const orgNames = new Map(demoOrganisations.map(({ id, name }) => [id, name]));

/** What the start page of the demo can do. One thing at a time: a story does not go on in a world that is being begun. */
export function openDemoDesk(ports: DeskPorts): DemoDesk {
  const inTurn = inLanes();
  return {
    roles: leadingPeople.map(({ id, identifier, membership, name, org, role, first }) => ({
      ...{ id, identifier, membership, name, role, first },
      org: orgNames.get(org) ?? org,
    })),
    story: () => storyOf(ports),
    goOn: requestId => inTurn('demo', () => goOn(ports, requestId)),
    seededOn: async () => tokyoDay((await ports.store.deployment.find())?.seededAt ?? ports.clock.now()),
    reset: () => inTurn('demo', () => beginAnew(ports)),
  };
}

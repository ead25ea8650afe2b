import { describePathway, eventsByType } from '@kaerimichi/discharge/chart';
import { describe, expect, it } from 'vitest';
import type { History } from '../../../../../packages/discharge/src/histories/history.ts';
import { createWalk } from '../../../../../packages/discharge/src/histories/walk.ts';
import { fittingItems, type Item, isItem } from './fitting-items.ts';

const histories = Object.values(
  import.meta.glob<History>('../../../../../packages/discharge/src/histories/*.json', {
    import: 'default',
    eager: true,
  }),
);

type Field = readonly [type: string, field: string, list: string];
type State = ReturnType<ReturnType<typeof createWalk>['state']>;

/** Lists that are no items of a case. */
const elsewhere: readonly unknown[] = ['orgs', 'members', 'requirements'];

/** Every event whose form chooses one of the case's items. */
const fields = describePathway().events.flatMap(({ type, schema }) =>
  Object.entries(isItem(schema.properties) ? schema.properties : {}).flatMap(([name, field]): Field[] => {
    const ref = isItem(field) && !field['x-new'] ? field['x-ref'] : undefined;
    return typeof ref === 'string' && !ref.includes('.') && !elsewhere.includes(ref) ? [[type, name, ref]] : [];
  }),
);

// A handoff is offered as long as it is there: which side may go on with it is asked of the pathway when it is sent.
const byState = fields.filter(([, , list]) => list !== 'handoffs');

/** What the pathway takes a second time, and the form offers once. */
const onceIsEnough: Readonly<Record<string, string>> = {
  'consent.withdrawn': 'withdrawnOn',
  'actionItem.closed': 'closedOn',
};

const sides = ['hospital', 'station'];

/** Whether the pathway takes an event about an item from anybody, on whatever side they stand. */
function takes({ facts }: State, item: Item, [type, field]: Field): boolean {
  const on = facts.entry.on;
  const orgs = [facts.lead, typeof item.org === 'string' ? item.org : 'somebody'];
  return orgs.some(org =>
    sides.some(side => {
      const by = { membership: 'm', person: 'p', org, role: 'dischargeNurse', mayWaive: false } as const;
      const event = { type, seq: 99_999, at: `${on}T03:00:00.000Z`, on, by, body: { [field]: item.id, side } };
      return (eventsByType.get(type)?.objection?.(facts, event) ?? null) === null;
    }),
  );
}

/** States after every event of every recorded history. */
const states = histories.flatMap(({ startsOn, events }) => {
  const walk = createWalk(startsOn);
  return events.map(sent => {
    walk.send(sent);
    return walk.state();
  });
});

const itemsIn = ({ facts }: State, list: string): Item[] => {
  const items = (facts as Readonly<Record<string, unknown>>)[list];
  return Array.isArray(items) ? items.filter(isItem) : [];
};

describe('the items that a form offers', () => {
  it.each(byState)('of %s are those that the pathway takes, wherever a recorded case stood', (...field) => {
    const [type, , list] = field;
    const once = onceIsEnough[type];
    let seen = 0;
    for (const state of states) {
      const items = itemsIn(state, list);
      const taken = items.filter(item => takes(state, item, field) && (!once || item[once] === undefined));
      expect(fittingItems(items, type)).toEqual(taken);
      seen += items.length;
    }
    expect(seen).toBeGreaterThan(0);
  });

  it('are asked about for every form that chooses one', () => {
    expect(states.length).toBeGreaterThan(500);
    expect(byState.length).toBeGreaterThan(12);
    const ruled = new Set(byState.map(([type]) => type));
    for (const type of Object.keys(onceIsEnough)) expect(ruled).toContain(type);
  });
});

import { caseFacts, emptyFacts, type RoleId } from '@kaerimichi/discharge';
import { beforeRegistration, decide, eventsByType, wireSchemaOf } from '@kaerimichi/discharge/chart';
import { describe, expect, it } from 'vitest';
import { demoPeople } from './organisations.ts';
import { demoStories } from './stories.ts';

const today = '2026-11-24';

function actor(identifier: string) {
  const found = demoPeople.find(person => person.identifier === identifier);
  if (!found) throw new Error(identifier);
  const role: RoleId = found.role;
  return {
    membership: identifier,
    person: identifier,
    org: found.org,
    role,
    mayWaive: found.flags.includes('mayWaive'),
  };
}

describe.each(demoStories(today).map(story => [story.no ?? story.familyName, story] as const))(
  'story %s',
  (_name, story) => {
    it('is accepted step by step, in order, with bodies that the wire accepts', () => {
      const first = {
        type: 'case.registered',
        seq: 1,
        at: `${story.registeredOn}T00:00:00.000Z`,
        on: story.registeredOn,
        by: actor('dsn@demo'),
        body: { lead: 'org-kodomo', origin: story.origin, bornOn: story.bornOn },
      };
      const registered = decide(beforeRegistration(emptyFacts('org-kodomo')), first);
      if (!registered.ok) throw new Error('not registered');
      let { state } = registered;
      let last = story.registeredOn;
      for (const [n, { on, by, type, body }] of story.steps.entries()) {
        expect(on >= last, `${type} on ${on} after ${last}`).toBe(true);
        last = on;
        expect(wireSchemaOf(type)?.safeParse({ type, ...body }).error?.issues, type).toBeUndefined();
        const texts = Object.keys(eventsByType.get(type)?.texts ?? {});
        const record = texts.some(text => text in body) ? { record: { id: 'r', hash: 'h' } } : {};
        const structured = Object.fromEntries(Object.entries(body).filter(([name]) => !texts.includes(name)));
        const decision = decide(state, {
          type,
          seq: n + 2,
          at: `${on}T00:00:00.000Z`,
          on,
          by: actor(by),
          body: structured,
          ...record,
        });
        if (!decision.ok) throw new Error(`${type} by ${by}: ${JSON.stringify(decision.reasons)}`);
        state = decision.state;
      }
      expect(caseFacts.safeParse(state.facts).error?.issues).toBeUndefined();
      expect(JSON.stringify(state.facts).length).toBeLessThan(8192);
    });
  },
);

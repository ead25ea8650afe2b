import { rolesOfKind } from '@kaerimichi/access';
import { parseEvent, parseEventBytes } from '@kaerimichi/casework';
import { registration } from '@kaerimichi/contracts';
import { caseFacts, type Day, tokyoDay } from '@kaerimichi/discharge';
import { deadlinesOf, eventsByType, namedIn } from '@kaerimichi/discharge/chart';
import { describe, expect, it } from 'vitest';
import { demoStories, tellWorld } from './demo-world.ts';
import { demoOrganisations } from './organisations.ts';
import { demoPeople, viewerOf } from './people.ts';

type Told = ReturnType<typeof tellWorld>[number];

const cardOf = ({ opening, no, plans }: Told) => plans.at(-1)?.card ?? opening.cardOf(no);
const lastOf = ({ opening, plans }: Told) => plans.at(-1) ?? opening.plan;
const isOpen = (told: Told) => lastOf(told).active;
const factsOf = (told: Told) => lastOf(told).next.facts;

function tally(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

// The middle of a day, and a minute after the beginning of a leap day: no story is refused on any.
const instants = ['2026-11-29T03:00:00.000Z', '2028-02-28T15:01:00.000Z'] as const;
const [usual] = instants;

// Told once for everything that looks at it.
const told = new Map(instants.map(now => [now, tellWorld('whole', now)]));
const worldAt = (now: (typeof instants)[number]) => told.get(now) ?? [];

describe.each(instants)('the world as it is at %s', now => {
  const world = worldAt(now);
  const today: Day = tokyoDay(now);

  it('is 212 cases, 38 of them on the board of the children’s hospital', () => {
    expect(world).toHaveLength(212);
    const atKodomo = world.filter(told => isOpen(told) && told.opening.lead === 'org-kodomo');
    expect(tally(atKodomo.map(told => cardOf(told).column))).toEqual({
      intake: 3,
      assessment: 5,
      preparation: 8,
      conference: 4,
      evaluation: 2,
      handoff: 5,
      discharge: 3,
      home: 5,
      adult: 3,
    });
    expect(new Set(world.map(({ no }) => no)).size).toBe(212);
    expect(new Set(atKodomo.map(({ opening }) => opening.identity.familyName)).size).toBe(38);
  });

  it('is a believable mix: every stage, every way to end, holds and days past due', () => {
    const open = world.filter(isOpen);
    expect(open).toHaveLength(128);
    expect(new Set(world.map(({ opening }) => opening.lead)).size).toBe(6);
    expect(new Set(open.map(told => factsOf(told).entry.stage)).size).toBeGreaterThanOrEqual(13);
    const endings = tally(world.flatMap(told => factsOf(told).closing?.how ?? []));
    expect(Object.keys(endings).sort()).toEqual(
      ['completed', 'deceased', 'facility', 'movedOut', 'noSupportNeeded', 'transferredToHospital', 'withdrawn'].sort(),
    );
    expect(new Set(open.flatMap(told => factsOf(told).needs)).size).toBeGreaterThanOrEqual(12);
    const late = open.filter(told => (cardOf(told).due?.on ?? '9') < today);
    expect(late.length).toBeGreaterThan(8);
    expect(late.length).toBeLessThan(open.length / 3);
    const holds = new Set(open.flatMap(told => factsOf(told).holds.map(({ code }) => code)));
    expect(holds.size).toBeGreaterThanOrEqual(6);
  });

  it('leaves nothing for the clock to catch up, and nothing happened after now or on another day', () => {
    for (const told of world) {
      const due = deadlinesOf(factsOf(told)).filter(({ fires, on, at = '' }) => fires && on <= today && at <= now);
      expect(due, told.no).toEqual([]);
      const instants = [told.opening.plan, ...told.plans].map(({ event }) => event.at);
      expect(instants, told.no).toEqual([...instants].sort());
      expect((instants.at(-1) ?? '') <= now, told.no).toBe(true);
    }
    const stories = new Map(demoStories('whole', today).map(story => [story.no, story]));
    for (const { opening, no, plans } of world) {
      const sent = plans.filter(({ event }) => eventsByType.get(event.type)?.kind !== 'time');
      const days = [opening.plan, ...sent].map(({ event }) => [event.type, tokyoDay(event.at)]);
      const { registeredOn, steps = [] } = stories.get(no) ?? {};
      expect(days, no).toEqual([['case.registered', registeredOn], ...steps.map(({ type, on }) => [type, on])]);
    }
  });

  it('is registered and sent as a browser would: nothing that the program would not take', () => {
    const stories = demoStories('whole', today);
    for (const { no, child, reason, registeredBy, steps } of stories) {
      const sent = registration.safeParse({ lead: viewerOf(registeredBy).org, reason, ...child });
      expect(sent.error?.issues, no).toBeUndefined();
      for (const { type, body, on } of steps)
        expect(parseEvent({ type, ...body }, on), `${no} ${type}`).toMatchObject({ ok: true });
    }
    const places = [...stories.map(({ child }) => child), ...demoOrganisations].map(place => place.municipality);
    for (const code of new Set(places)) {
      expect(code).toMatch(/^14\d{4}$/);
      const sum = [6, 5, 4, 3, 2].reduce((total, weight, n) => total + weight * Number(code[n]), 0);
      expect((11 - (sum % 11)) % 10, code).toBe(Number(code[5]));
    }
  });

  it('keeps facts within their shape and size, and names nobody outside records', () => {
    for (const told of world) {
      const facts = factsOf(told);
      expect(caseFacts.safeParse(facts).error?.issues, told.no).toBeUndefined();
      expect(JSON.stringify(facts).length, told.no).toBeLessThan(8192);
      expect(JSON.stringify(facts)).not.toContain(told.opening.identity.familyName);
    }
  });

  it('names organisations that are there, and as owners people who take part', () => {
    const orgs = new Set(demoOrganisations.map(({ id }) => id));
    const orgOf = new Map(demoPeople.map(({ membership, org }) => [membership, org]));
    for (const told of world) {
      const taking = new Set([told.opening.lead]);
      for (const { event, next } of told.plans) {
        const { orgs: named, members } = namedIn(parseEventBytes(event.payload).body);
        for (const { id } of named) expect(orgs, told.no).toContain(id);
        for (const { org } of next.facts.team) if (org) taking.add(org);
        for (const { id } of members) expect(taking, told.no).toContain(orgOf.get(id));
      }
    }
  });
});

describe('the same world', () => {
  it('is told the same every time, but for ids and salts', () => {
    const seen = (world: readonly Told[]) =>
      world.map(told => {
        const { id: _id, ...card } = cardOf(told);
        // What is bound to a text names its salted hash.
        return [card, JSON.parse(JSON.stringify(factsOf(told)).replaceAll(/[0-9a-f]{64}/g, 'hash'))];
      });
    expect(seen(tellWorld('whole', usual))).toEqual(seen(worldAt(usual)));
  }, 30_000);

  it('has a small one in it, of the children whom tests move about, each found by the first letters of the name', () => {
    const small = tellWorld('small', usual);
    expect(small).toHaveLength(10);
    expect(new Set(small.map(({ opening }) => opening.lead))).toEqual(new Set(['org-kodomo']));
    const names = worldAt(usual).map(({ opening }) => opening.identity.familyName ?? '');
    for (const { opening } of small) {
      const wanted = opening.identity.familyName ?? '-';
      expect(names.filter(name => name.startsWith(wanted))).toEqual([wanted]);
    }
  });
});

describe('its organisations and people', () => {
  it('are as many as told, and every organisation says that it is a demo', () => {
    const kinds = tally(demoOrganisations.map(({ kind }) => kind));
    expect(kinds).toMatchObject({ childrensHospital: 1, hospital: 5, visitingNursingStation: 14, clinic: 9 });
    for (const { name } of demoOrganisations) expect(name).toMatch(/\(デモ\)$/);
    expect(new Set(demoOrganisations.map(({ id }) => id)).size).toBe(demoOrganisations.length);
    expect(demoPeople.filter(({ guardian }) => !guardian)).toHaveLength(41);
    expect(demoPeople.map(({ guardian }) => guardian ?? [])).toContainEqual({ no: 'K-0142', relation: 'mother' });
    expect(new Set(demoPeople.map(({ identifier }) => identifier)).size).toBe(demoPeople.length);
    expect(new Set(demoPeople.map(({ name }) => name)).size).toBe(demoPeople.length);
  });

  it('have roles that their organisations give', () => {
    const kindOf = new Map(demoOrganisations.map(({ id, kind }) => [id, kind]));
    for (const { org, role, identifier, guardian } of demoPeople) {
      expect(role === 'family', identifier).toBe(guardian !== undefined);
      if (guardian) continue;
      const kind = kindOf.get(org);
      expect(kind && rolesOfKind(kind), identifier).toContain(role);
    }
  });
});

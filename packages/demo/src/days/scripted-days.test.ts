import { type LoadedCase, openedCase, planEvent, planTimeEvent, type ToldCase } from '@kaerimichi/casework';
import { addDays, type Day, restDay, startOfTokyoDay, timeEventOf, tokyoDay } from '@kaerimichi/discharge';
import { deadlinesOf } from '@kaerimichi/discharge/chart';
import { describe, expect, it } from 'vitest';
import { tellWorld, type WorldSize } from '../demo-world.ts';
import { storyNow } from '../happenings/story-now.ts';
import { actorOf, viewerOf } from '../people.ts';
import { dayBeforeHolidays, nextOpen } from './holidays.ts';
import { type DayPorts, type Played, playStep } from './play-step.ts';
import type { DayStep, ScriptedDayId } from './scripted-day.ts';
import { scriptedDays } from './scripted-days.ts';

const hubs = ['org-kyoten'];
const usual = '2026-11-29T03:00:00.000Z';

function standing({ opening, no, plans }: ToldCase): LoadedCase {
  const begun = openedCase(opening, no);
  const last = plans.at(-1);
  const access = plans.findLast(plan => plan.access !== null)?.access ?? begun.access;
  return last ? { ...begun, ...last.next, version: last.event.seq, head: last.event.hash, access } : begun;
}

/** What the clock says in a case up to a day, the longest due first; of what it has no need to say, nothing. */
function speak(loaded: LoadedCase, day: Day, at: string): LoadedCase {
  const unsaid = new Set<string>();
  for (let now = loaded; ; ) {
    const [first] = deadlinesOf(now.facts)
      .filter(row => row.on <= day && !unsaid.has(JSON.stringify(row)))
      .sort((a, b) => a.on.localeCompare(b.on))
      .flatMap(row => {
        const time = timeEventOf(row);
        return time ? [{ row, time }] : [];
      });
    if (!first) return now;
    const planned = planTimeEvent(now, first.time, { at, hubs });
    if (planned.ok) now = planned.answer.next;
    else unsaid.add(JSON.stringify(first.row));
  }
}

/** Told once for all that begins at an instant: nothing changes a case, another takes its place. */
const told = new Map<string, readonly LoadedCase[]>();
function tell(size: WorldSize, seededAt: string): readonly LoadedCase[] {
  const key = `${size} ${seededAt}`;
  const world = told.get(key) ?? tellWorld(size, seededAt).map(standing);
  told.set(key, world);
  return world;
}

/** A world in memory, in which a moment goes by with everything that happens. */
function worldOf(size: WorldSize, seededAt: string) {
  const cases = new Map(tell(size, seededAt).map(loaded => [loaded.no, loaded]));
  let now = Date.parse(seededAt);
  const at = () => new Date(now).toISOString();
  const tick = () => {
    now += 1_000;
    return at();
  };
  const ports: DayPorts = {
    cases: async () => [...cases.values()],
    moment: async () => ({ at: at(), hubs }),
    push: async to => {
      now = Date.parse(startOfTokyoDay(to)) + 9 * 3_600_000;
      for (const [no, loaded] of cases) cases.set(no, speak(loaded, to, at()));
    },
    send: async (loaded, { by, sent }) => {
      const planned = planEvent(loaded, sent, { at: tick(), by: actorOf(viewerOf(by)), hubs });
      if (!planned.ok) return { ok: false, why: planned.refusal.reasons?.map(({ text }) => text) ?? [] };
      cases.set(loaded.no, planned.answer.next);
      return { ok: true, loaded: planned.answer.next };
    },
  };
  return { cases, ports, today: () => tokyoDay(at()), at };
}

const dayOf = (id: ScriptedDayId) => scriptedDays.find(day => day.id === id) ?? expect.fail(id);

async function playAll(id: ScriptedDayId, ports: DayPorts): Promise<Played[]> {
  const played: Played[] = [];
  for (;;) {
    const one = await playStep(dayOf(id), ports);
    if (!one.step) return played;
    played.push(one);
    expect(played.length).toBeLessThan(20);
  }
}

/** In the middle of a day, a minute after a leap day began, on a Friday, amid holidays, and on the last day before them. */
const lastBefore = '2026-12-28T01:00:00.000Z';
const starts = [usual, '2028-02-28T15:01:00.000Z', '2027-01-15T08:00:00.000Z', '2026-12-30T03:00:00.000Z', lastBefore];

describe.each(scriptedDays.map(({ id }) => id))('the scripted day %s', id => {
  it.each(starts)('begun on %s happens step after step, leaves nothing out, and is over then', async seededAt => {
    const { ports } = worldOf('small', seededAt);
    const played = await playAll(id, ports);
    const { steps } = dayOf(id);
    // The last working day before the holidays may be today: then no day has to come first.
    const isThere = ({ pushTo }: DayStep) =>
      id === 'holidays' && seededAt === lastBefore && pushTo?.('2026-12-28') === '2026-12-28';
    const wanted = steps.filter(step => !isThere(step));
    expect(played.map(({ step }) => step?.what.en)).toEqual(wanted.map(({ what }) => what.en));
    for (const { step, happened, leftOut, refused } of played) {
      expect(leftOut).toEqual([]);
      expect(happened.length > 0).toBe(step?.acts.length !== 0);
      if (step?.tried) expect(refused?.why.length).toBeGreaterThan(0);
    }
    expect(await playStep(dayOf(id), ports)).toMatchObject({ step: null, done: steps.length, leftOut: [] });
  });

  it('happens in the whole network, also after the told story', async () => {
    const { cases, ports, at } = worldOf('whole', usual);
    for (let { next } = storyNow(cases, { at: at(), hubs }); next; { next } = storyNow(cases, { at: at(), hubs })) {
      const loaded = cases.get(next.no) ?? expect.fail(next.no);
      const { by, type, body } = next.happening;
      expect((await ports.send(loaded, { by, sent: { type, ...body(tokyoDay(at())) } })).ok).toBe(true);
    }
    const played = await playAll(id, ports);
    expect(played.length).toBeGreaterThan(3);
    expect(played.flatMap(({ leftOut }) => leftOut)).toEqual([]);
  });
});

describe('where they lead', () => {
  it('the typhoon: who was taken in is home again, and what was let pass was made up for', async () => {
    const { cases, ports } = worldOf('small', usual);
    const played = await playAll('typhoon', ports);
    const facts = (no: string) => cases.get(no)?.facts ?? expect.fail(no);
    expect(played[2]?.refused).toMatchObject({ no: 'K-0142', type: 'preparation.closed' });
    expect(facts('K-0077')).toMatchObject({ whereabouts: 'home', entry: { stage: 'discharged' } });
    expect(facts('K-0077').visits.find(({ kind }) => kind === 'first')?.plannedOn).toBe('2026-12-02');
    expect(facts('K-0142').entry.stage).toBe('readyForDischarge');
    const checks = [...cases.values()].flatMap(({ facts: { checklistItems = [] } }) =>
      checklistItems.filter(({ id }) => id === 'typhoon'),
    );
    expect(checks.map(({ state }) => state)).toEqual(checks.map(() => 'checkDone'));
    expect(checks.length).toBeGreaterThan(1);
  });

  it('the holidays: a reminder comes on the last working day, and nothing is escalated within them', async () => {
    const { cases, ports, today } = worldOf('small', usual);
    const played = await playAll('holidays', ports);
    expect([played.length, today()]).toEqual([8, '2027-01-04']);
    const facts = (no: string) => cases.get(no)?.facts ?? expect.fail(no);
    expect(facts('K-0098')).toMatchObject({ entry: { stage: 'firstVisit' }, discharged: { day: '2026-12-28' } });
    expect(facts('K-0151').reminded?.on).toBe('2026-12-28');
    expect(facts('K-0151').team.find(({ id }) => id === 't-holiday')?.state).toBe('accepted');
  });

  it('a station closes: nobody counts on it any more, and whom no other takes stands still', async () => {
    const { cases, ports } = worldOf('whole', usual);
    const had = [...cases.values()].filter(({ facts }) => !facts.closing && has(facts.team));
    expect(new Set(had.map(({ facts }) => facts.lead)).size).toBeGreaterThan(1);
    const played = await playAll('stationCloses', ports);
    expect(played[0]?.happened.length).toBe(had.length);
    for (const { no } of had) expect(has(cases.get(no)?.facts.team ?? []), no).toBe(false);
    const still = had.flatMap(({ no }) => (cases.get(no)?.facts.holds.some(({ id }) => id === 'station') ? [no] : []));
    expect(still.length).toBeGreaterThan(0);
    expect(still).not.toContain('K-0142');
    expect(cases.get('K-0098')?.facts.handoffs.map(({ org, status }) => [org, status])).toEqual([
      ['org-nozomi', 'withdrawn'],
      ['org-nagisa', 'opened'],
    ]);
  });
});

const has = (team: LoadedCase['facts']['team']) =>
  team.some(({ org, state }) => org === 'org-nozomi' && (state === 'accepted' || state === 'asked'));

it.each([
  ['2026-11-29', '2026-12-28', '2027-01-04'],
  ['2026-12-29', '2027-04-30', '2027-05-06'],
  ['2026-04-01', '2026-05-01', '2026-05-07'],
  ['2026-06-01', '2026-09-18', '2026-09-24'],
])('from %s the next long holidays follow %s', (from, before, after) => {
  expect([dayBeforeHolidays(from), nextOpen(before)]).toEqual([before, after]);
  expect(restDay(addDays(before, 1))).not.toBeNull();
});

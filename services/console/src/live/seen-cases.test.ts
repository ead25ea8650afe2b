import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aCard } from './a-card.ts';
import { createSeenCases, type SeenPorts } from './seen-cases.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Told = Parameters<SeenPorts['note']>[0];

/** A server that knows some cases as seen and notes what it is told; `refuse` makes it unreachable. */
function aServer(cases: Record<string, { version: number }> = {}, first = false) {
  const told: Told[] = [];
  let isAway = false;
  const seen = createSeenCases({
    load: async () => ({ since: first ? null : '2026-11-20T08:32:00.000Z', first, cases }),
    note: async body => {
      if (isAway) throw new Error('away');
      told.push(body);
      return { since: body.board ? '2026-11-21T00:00:00.000Z' : null };
    },
  });
  return {
    seen,
    told,
    go: (away: boolean) => {
      isAway = away;
    },
  };
}
const versionOf = ({ seen }: ReturnType<typeof aServer>, id: string) => seen.state.read().cases.get(id)?.version;
const later = () => vi.advanceTimersByTimeAsync(2_000);

describe('what somebody has seen', () => {
  it('is told of in one request, a moment after the last of several', async () => {
    const server = aServer();
    await server.seen.load();
    server.seen.mark([aCard('a', 3)]);
    server.seen.mark([aCard('b', 1)]);
    server.seen.mark([aCard('a', 4)]);
    expect(server.told).toEqual([]);
    expect(versionOf(server, 'a')).toBe(4);
    await later();
    expect(server.told).toEqual([{ cases: { a: 4, b: 1 } }]);
  });

  it('that was seen before is not told again, and never goes back', async () => {
    const server = aServer({ a: { version: 5 } });
    await server.seen.load();
    server.seen.mark([aCard('a', 5), aCard('a', 4)]);
    await later();
    expect(server.told).toEqual([]);
    expect(versionOf(server, 'a')).toBe(5);
  });

  it('of more cases than fit in a request is told in several', async () => {
    const server = aServer();
    await server.seen.load();
    server.seen.mark([...Array(501).keys()].map(n => aCard(`c${n}`, 1)));
    await later();
    await later();
    expect(server.told.map(({ cases }) => Object.keys(cases).length)).toEqual([500, 1]);
  });

  it('that could not be told is told with the next mark', async () => {
    const server = aServer();
    await server.seen.load();
    server.go(true);
    server.seen.mark([aCard('a', 3)]);
    await later();
    server.go(false);
    server.seen.mark([aCard('b', 1)]);
    await later();
    expect(server.told).toEqual([{ cases: { a: 3, b: 1 } }]);
  });

  it('stays seen when the server is asked again before it was told', async () => {
    const server = aServer({ a: { version: 3 } });
    await server.seen.load();
    server.seen.mark([aCard('a', 4)]);
    await server.seen.load();
    expect(versionOf(server, 'a')).toBe(4);
  });

  it('is everything on the first visit ever', async () => {
    const server = aServer({}, true);
    await server.seen.load();
    expect(server.seen.state.read()).toMatchObject({ isKnown: true, isFirst: true, since: null });
    server.seen.visit(new Map([['a', aCard('a', 3)]]));
    expect([versionOf(server, 'a'), server.seen.state.read().isFirst]).toEqual([3, false]);
    await later();
    expect(server.told).toEqual([{ board: 'board', cases: {} }]);
    expect(server.seen.state.read().since).toBe('2026-11-21T00:00:00.000Z');
  });

  it('keeps how a card looked, so that a later change has a before', async () => {
    const server = aServer({ a: { version: 3 } });
    await server.seen.load();
    server.seen.fill(new Map([['a', aCard('a', 3)]]));
    expect(server.seen.state.read().cases.get('a')?.card?.stage).toBe('preparing');
    server.seen.fill(new Map([['a', aCard('a', 4, { stage: 'home' })]]));
    expect(server.seen.state.read().cases.get('a')?.card?.stage).toBe('preparing');
  });
});

it('an entry of one’s own counts as seen, whether its card follows or was there, and is told once', async () => {
  const server = aServer({ a: { version: 3 } });
  await server.seen.load();
  server.seen.wrote('a', 4);
  expect(versionOf(server, 'a')).toBe(4);
  server.seen.wrote('a', 3);
  server.seen.mark([aCard('a', 4)]);
  await later();
  expect(server.told).toEqual([{ cases: { a: 4 } }]);
  // How it looks then is known as soon as its card is there: a later change is told against it.
  server.seen.fill(new Map([['a', aCard('a', 4)]]));
  expect(server.seen.state.read().cases.get('a')?.card).toBeDefined();
});

import { expect, it } from 'vitest';
import { createLastSeen, type LastSeen } from './last-seen.ts';

/** Tabs of one browser, each with its clock set to the same time. */
function tabs(count: number) {
  const world = { now: 1_000_000, told: 0 };
  const listeners = new Map<number, () => void>();
  const all: LastSeen[] = [...Array(count).keys()].map(own =>
    createLastSeen({
      now: () => world.now,
      channel: {
        addEventListener: (_type: string, listener: unknown) => void listeners.set(own, listener as () => void),
        postMessage: () => {
          world.told++;
          for (const [other, listener] of listeners) if (other !== own) listener();
        },
      },
    }),
  );
  return { world, all };
}

it('is known to every tab, which has the same session', () => {
  const { world, all } = tabs(2);
  world.now += 600_000;
  all[0]?.note();
  expect(all.map(({ at }) => at.read())).toEqual([world.now, world.now]);
});

it('is told to others seldom, however much is asked', () => {
  const { world, all } = tabs(2);
  for (let n = 0; n < 20; n++) {
    world.now += 1_000;
    all[0]?.note();
  }
  expect(world.told).toBe(4);
  expect(all[0]?.at.read()).toBe(world.now);
});

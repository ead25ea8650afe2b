import { describe, expect, it } from 'vitest';
import { isStopped, nextTry } from './next-try.ts';

const begunAt = '2026-12-01T00:00:00.000Z';
const hours = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 3_600_000;

describe('what failed', () => {
  it('is tried for a day, ever more seldom, and then given up', () => {
    let now = begunAt;
    const waits: number[] = [];
    for (let tries = 1; tries < 50; tries++) {
      const at = nextTry({ tries, begunAt, now, chance: 0.5 });
      if (at === null) break;
      waits.push(Math.round(hours(now, at) * 60));
      now = at;
    }
    expect(waits).toEqual([1, 5, 20, 60, 180, 360, 720]);
    expect(hours(begunAt, now)).toBeLessThan(24);
  });

  it('comes again at other moments than what failed with it, never at once', () => {
    const at = (chance: number) => nextTry({ tries: 3, begunAt, now: begunAt, chance }) ?? '';
    expect([at(0), at(1)].map(one => hours(begunAt, one) * 60)).toEqual([16, 24]);
  });

  it('switches its webhook off after five days in which nothing arrived', () => {
    expect(isStopped(null, begunAt)).toBe(false);
    expect(isStopped(begunAt, '2026-12-05T23:59:59.999Z')).toBe(false);
    expect(isStopped(begunAt, '2026-12-06T00:00:00.000Z')).toBe(true);
  });
});

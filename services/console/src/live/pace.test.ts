import { describe, expect, it } from 'vitest';
import { createObservable } from './observable.ts';
import { createPaced, PACE_MS } from './pace.ts';

/** A clock that is moved by hand; what is due on the way is called. */
function handClock(drawingMs = 0) {
  let at = 0;
  let calls: { at: number; call: () => void }[] = [];
  return {
    now: () => at,
    after: (ms: number, call: () => void) => void calls.push({ at: at + ms, call }),
    drawn: (call: () => void) => void calls.push({ at: at + drawingMs, call }),
    move(to: number) {
      for (let next = calls.toSorted((a, b) => a.at - b.at)[0]; next && next.at <= to; next = calls[0]) {
        calls = calls.filter(other => other !== next);
        at = next.at;
        next.call();
      }
      at = to;
    },
  };
}

function watched(drawingMs = 0) {
  const clock = handClock(drawingMs);
  const source = createObservable(0);
  const paced = createPaced(source, clock);
  const shown: [at: number, value: number][] = [];
  paced.subscribe(() => shown.push([clock.now(), paced.read()]));
  return { clock, source, paced, shown };
}

describe('a paced value', () => {
  it('shows at once what comes alone', () => {
    const { clock, source, shown } = watched();
    source.write(1);
    clock.move(1000);
    source.write(2);
    expect(shown).toEqual([
      [0, 1],
      [1000, 2],
    ]);
  });

  it('shows a hundred changes in two seconds at most three times in any second, and the last of them', () => {
    const { clock, source, paced, shown } = watched();
    for (let n = 1; n <= 100; n++) {
      clock.move(n * 20);
      source.write(n);
    }
    clock.move(3000);
    expect(paced.read()).toBe(100);
    for (const [from] of shown)
      expect(shown.filter(([at]) => at >= from && at < from + 1000).length).toBeLessThanOrEqual(3);
    expect(shown.length).toBeGreaterThanOrEqual(6);
  });

  it('waits after it was drawn, however long that took', () => {
    const { clock, source, shown } = watched(200);
    for (let n = 1; n <= 100; n++) {
      clock.move(n * 20);
      source.write(n);
    }
    clock.move(3000);
    const times = shown.map(([at]) => at);
    for (const [n, at] of times.slice(1).entries()) expect(at - (times[n] ?? 0)).toBeGreaterThanOrEqual(200 + PACE_MS);
  });

  it('shows at once what somebody did here, and the pause begins anew', () => {
    const { clock, source, paced, shown } = watched();
    source.write(1);
    clock.move(10);
    source.write(2);
    paced.flush();
    expect(shown.at(-1)).toEqual([10, 2]);
    clock.move(PACE_MS + 5);
    source.write(3);
    expect(paced.read()).toBe(2);
    clock.move(2000);
    expect(shown.at(-1)?.[1]).toBe(3);
  });
});

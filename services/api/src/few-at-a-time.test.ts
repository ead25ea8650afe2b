import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { fewAtATime } from './few-at-a-time.ts';

describe('work that is done few at a time', () => {
  it('never runs more at once, keeps its order, and goes on after a fault', async () => {
    const inTurn = fewAtATime(2, 100);
    let running = 0;
    let most = 0;
    const begun: number[] = [];
    const work = async (at: number) => {
      begun.push(at);
      running += 1;
      most = Math.max(most, running);
      await sleep(2);
      running -= 1;
      if (at === 3) throw new Error('three');
      return at;
    };
    const ends = await Promise.allSettled(Array.from({ length: 10 }, (_, at) => inTurn(() => work(at))));
    expect(most).toBe(2);
    expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(ends.map(({ status }) => status).filter(status => status === 'rejected')).toHaveLength(1);
  });

  it('is turned away when too many wait', async () => {
    const inTurn = fewAtATime(1, 2);
    const answers = await Promise.all(Array.from({ length: 5 }, (_, at) => inTurn(() => sleep(2, at))));
    expect(answers).toEqual([0, 1, 2, null, null]);
  });
});

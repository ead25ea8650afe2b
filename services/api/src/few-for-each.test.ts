import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { fewForEach } from './few-for-each.ts';

describe('work of many people', () => {
  it('is done a few at a time for each, and nobody waits for another', async () => {
    const inTurn = fewForEach(1, 2);
    const running = new Map<string, number>();
    let together = 0;
    const work = (person: string) => async () => {
      running.set(person, (running.get(person) ?? 0) + 1);
      expect(running.get(person)).toBe(1);
      together = Math.max(together, running.size);
      await sleep(3);
      running.delete(person);
      return person;
    };
    const asked = ['a', 'b', 'a', 'b', 'a', 'a'].map(person => inTurn(person, work(person)));
    expect(await Promise.all(asked)).toEqual(['a', 'b', 'a', 'b', 'a', null]);
    expect(together).toBe(2);
    // Whoever was turned away is served once nothing waits any more.
    expect(await inTurn('a', work('a'))).toBe('a');
  });
});

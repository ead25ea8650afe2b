import { describe, expect, it } from 'vitest';
import { boundedMap } from './bounded-map.ts';

describe('bounded map', () => {
  it('drops what was used longest ago', () => {
    const map = boundedMap<number>({ entries: 2 });
    map.set('a', 1);
    map.set('b', 2);
    map.get('a');
    map.set('c', 3);
    expect([map.peek('a'), map.peek('b'), map.peek('c')]).toEqual([1, undefined, 3]);
  });
  it('drops by weight, counting a replaced entry once', () => {
    const map = boundedMap<string>({ entries: 10, weight: 10 });
    map.set('a', 'x', 6);
    map.set('a', 'y', 4);
    map.set('b', 'z', 6);
    expect(map.size).toBe(2);
    map.set('c', 'w', 1);
    expect([map.peek('a'), map.peek('b'), map.peek('c')]).toEqual([undefined, 'z', 'w']);
    map.clear();
    map.set('d', 'v', 10);
    expect(map.size).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import { tick } from './tick.ts';

const rows = [{ id: 'a' }, { id: 'b', oneOf: 'x' }, { id: 'c', oneOf: 'x' }] as const;

describe('ticking a row', () => {
  it('keeps what has nothing to do with it, and takes its tick away the second time', () => {
    expect(tick(['a'], 'b', rows)).toEqual(['a', 'b']);
    expect(tick(['a', 'b'], 'a', rows)).toEqual(['b']);
  });

  it('goes for its alternative', () => {
    expect(tick(['a', 'b'], 'c', rows)).toEqual(['a', 'c']);
  });
});

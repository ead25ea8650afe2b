import type { Me } from '@kaerimichi/contracts';
import { describe, expect, it } from 'vitest';
import { homeOf } from './screens.tsx';

/** Only what a landing is decided by. */
const someone = (abilities: Partial<Me['abilities']>): Me =>
  ({
    abilities: { board: false, register: false, import: false, administer: false, counts: false, ...abilities },
  }) as Me;

describe('the first page', () => {
  it('is a screen of the navigation, never one that needs a case', () => {
    expect(homeOf(someone({ board: true, register: true, import: true }))).toBe('/board');
    expect(homeOf(someone({ administer: true }))).toBe('/admin');
    expect(homeOf(someone({ import: true }))).toBe('/imports');
    expect(homeOf(someone({ counts: true }))).toBe('/reports');
    expect(homeOf(someone({}))).toBe('/help');
  });
});

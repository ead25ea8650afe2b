import type { Me } from '@kaerimichi/contracts';
import { describe, expect, it } from 'vitest';
import { homeOf, screensOf } from './screens.tsx';

/** Only what a landing is decided by. */
const someone = (abilities: Partial<Me['abilities']>): Me =>
  ({
    abilities: {
      board: false,
      handoffs: false,
      register: false,
      refer: false,
      merges: false,
      import: false,
      administer: false,
      counts: false,
      ...abilities,
    },
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

it('of handoffs is there for whoever reads any', () => {
  const paths = (handoffs: boolean) => screensOf(someone({ board: true, handoffs })).map(({ path }) => path);
  expect([paths(true).includes('/handoffs'), paths(false).includes('/handoffs')]).toEqual([true, false]);
});

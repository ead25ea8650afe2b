import type { Me } from '@kaerimichi/contracts';
import { describe, expect, it } from 'vitest';
import { homeOf, isLinked, onPhone, screensOf } from './screens.tsx';

/** Only what a landing is decided by. */
const someone = (abilities: Partial<Me['abilities']>, role = 'dischargeNurse'): Me =>
  ({
    membership: { role },
    abilities: {
      board: false,
      handoffs: false,
      register: false,
      refer: false,
      merges: false,
      import: false,
      importFacilities: false,
      resources: false,
      administer: false,
      counts: false,
      houseCounts: false,
      proof: false,
      family: false,
      events: {},
      ...abilities,
    },
  }) as Me;

describe('the first page', () => {
  it.each([
    ['dischargeNurse', '/tasks'],
    ['doctor', '/tasks'],
    ['publicHealthNurse', '/tasks'],
    ['school', '/tasks'],
    ['coordinator', '/board'],
  ])('of %s is %s', (role, path) => {
    expect(homeOf(someone({ board: true, counts: true }, role))).toBe(path);
  });

  it('of who visits is whom to visit today, once there is something of visits to send', () => {
    const events = { partner: ['visit.recorded'] } as unknown as Me['abilities']['events'];
    expect(homeOf(someone({ board: true, events }, 'visitingNurse'))).toBe('/today');
    expect(homeOf(someone({ board: true, events }, 'wardNurse'))).toBe('/tasks');
  });

  it('of who does not look at single children is what they are there for', () => {
    expect(homeOf(someone({ board: true, administer: true }, 'admin'))).toBe('/admin');
    expect(homeOf(someone({ counts: true }, 'prefecture'))).toBe('/reports');
  });

  it('is a screen of the navigation that is theirs, never one that needs a case', () => {
    expect(homeOf(someone({ board: true, register: true, import: true }))).toBe('/tasks');
    expect(homeOf(someone({ import: true }, 'coordinator'))).toBe('/imports');
    expect(homeOf(someone({ administer: true }))).toBe('/admin');
    expect(homeOf(someone({ import: true }))).toBe('/imports');
    expect(homeOf(someone({ counts: true }))).toBe('/reports');
    expect(homeOf(someone({ family: true }))).toBe('/family');
    expect(homeOf(someone({}))).toBe('/help');
  });
});

it('of handoffs is there for whoever reads any', () => {
  const paths = (handoffs: boolean) => screensOf(someone({ board: true, handoffs })).map(({ path }) => path);
  expect([paths(true).includes('/handoffs'), paths(false).includes('/handoffs')]).toEqual([true, false]);
});

it('of a case is not there for a family, which has a page of its own', () => {
  const cases = (family: boolean) => screensOf(someone({ family })).filter(({ path }) => path.startsWith('/cases/'));
  expect([cases(true).length, cases(false).length > 0]).toEqual([0, true]);
});

it('of the navigation are all there on a phone, in its bar or in the menu of the person', () => {
  const me = someone({ board: true, handoffs: true, import: true, resources: true, counts: true, administer: true });
  const { bar, menu } = onPhone(me);
  const paths = [...bar, ...menu].map(({ path }) => path);
  const linked = screensOf(me).filter(isLinked);
  // 通知 stands in the bar at the top.
  expect(linked.map(({ path }) => path).filter(path => !paths.includes(path))).toEqual(['/inbox']);
  expect(menu.map(({ path }) => path)).toEqual(['/resources']);
});

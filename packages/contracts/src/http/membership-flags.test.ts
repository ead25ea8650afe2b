import { describe, expect, it } from 'vitest';
import { administrationEndpoints } from './administration.ts';

const { addPerson, changeMembership } = administrationEndpoints;
const person = { identifier: 'new@demo', displayName: '新しい人', org: 'org', role: 'wardNurse' };
const places = (error: { issues: { path: PropertyKey[] }[] } | undefined) =>
  (error?.issues ?? []).map(({ path }) => path.join('.'));

describe('the rights of a membership', () => {
  it('are each named once, wherever they are given; every repetition is told', () => {
    const flags = ['mayWaive', 'orgAdmin', 'mayWaive', 'orgAdmin'];
    expect(places(addPerson.body.safeParse({ ...person, flags }).error)).toEqual(['flags.2', 'flags.3']);
    expect(places(changeMembership.body.safeParse({ flags }).error)).toEqual(['flags.2', 'flags.3']);
    expect(
      places(addPerson.body.safeParse({ ...person, flags: ['mayWaive', 'orgAdmin', 'privacyOfficer'] }).error),
    ).toEqual([]);
  });
});

import type { CaseView } from '@kaerimichi/contracts';
import { describe, expect, it } from 'vitest';
import { teamRows } from './team-rows.ts';

const viewOf = (plan: CaseView['facts'][string]): Pick<CaseView, 'facts'> => ({ facts: { plan } });
const entry = (id: string, part: string, state: string, more: object = {}) => ({
  ...{ id, function: part, state, org: `org-${id}`, askedOn: '2026-11-20' },
  ...more,
});

describe('the team', () => {
  it('stands by function: the plan’s first, then who else was asked, then what is not needed', () => {
    const rows = teamRows(
      viewOf({
        plan: { roles: ['visitingNurse', 'homePhysician', 'pharmacist'], rolesNotNeeded: ['school'] },
        team: [
          entry('a', 'visitingNurse', 'declined', { answeredOn: '2026-11-22' }),
          entry('b', 'visitingNurse', 'asked', { replyBy: '2026-12-01' }),
          entry('c', 'homePhysician', 'accepted'),
          entry('d', 'homePhysician', 'asked'),
          entry('e', 'respite', 'declined'),
        ],
      }),
    );
    expect(rows.map(({ function: part, state }) => [part, state])).toEqual([
      ['visitingNurse', 'asked'],
      ['homePhysician', 'accepted'],
      ['pharmacist', 'open'],
      ['respite', 'open'],
      ['school', 'notNeeded'],
    ]);
    expect(rows[0]?.candidates).toEqual([
      { id: 'a', org: 'org-a', state: 'declined', askedOn: '2026-11-20', answeredOn: '2026-11-22', replyBy: null },
      { id: 'b', org: 'org-b', state: 'asked', askedOn: '2026-11-20', answeredOn: null, replyBy: '2026-12-01' },
    ]);
  });

  it('is that of the own enquiry alone for whoever was asked, and nothing without one', () => {
    expect(teamRows(viewOf({ team: [entry('a', 'visitingNurse', 'asked', { org: undefined })] }))).toMatchObject([
      { function: 'visitingNurse', state: 'asked', candidates: [{ org: null }] },
    ]);
    expect(teamRows({ facts: {} })).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { teamRows } from './team-rows.ts';

type View = Parameters<typeof teamRows>[0];
const viewOf = (plan: object, more: Partial<View> = {}): View => ({
  facts: { plan: { ...plan } },
  class: 'full',
  card: { lead: 'org-lead' },
  ...more,
});
const entry = (id: string, part: string, state: string, more: object = {}) => ({
  ...{ id, function: part, state, org: `org-${id}`, askedOn: '2026-11-20' },
  ...more,
});

const all = [
  ...['attendingDoctor', 'dischargeNurse', 'wardNurse', 'visitingNurse', 'homePhysician', 'pharmacist', 'deviceVendor'],
  ...['publicHealthNurse', 'municipality', 'supportPlanner', 'school', 'respite', 'peerSupporter', 'interpreter'],
];

describe('the team', () => {
  const rows = teamRows(
    viewOf({
      plan: { roles: ['visitingNurse', 'homePhysician', 'therapist'], rolesNotNeeded: ['school'] },
      team: [
        entry('a', 'visitingNurse', 'declined', { answeredOn: '2026-11-22' }),
        entry('b', 'visitingNurse', 'asked', { replyBy: '2026-12-01' }),
        entry('c', 'homePhysician', 'accepted'),
        entry('d', 'homePhysician', 'asked'),
        entry('e', 'respite', 'declined'),
        entry('f', 'interpreter', 'considered'),
        entry('g', 'pharmacist', 'accepted', { org: undefined }),
        entry('h', 'attendingDoctor', 'ended'),
        entry('i', 'wardNurse', 'asked'),
      ],
    }),
  );
  const rowOf = (part: string) => rows.find(row => row.function === part);

  it('has every part, also those of which nobody has thought yet, then what the plan wants beside', () => {
    expect(rows.map(row => row.function)).toEqual([...all, 'therapist']);
  });

  it('says of each where it stands', () => {
    expect(Object.fromEntries(rows.map(row => [row.function, row.state]))).toMatchObject({
      visitingNurse: 'asked',
      homePhysician: 'accepted',
      respite: 'declined',
      interpreter: 'considered',
      school: 'notNeeded',
      municipality: 'open',
      therapist: 'open',
    });
  });

  it('names who has a part: the lead its own people, unless somebody else came into question', () => {
    expect(rowOf('dischargeNurse')).toMatchObject({ state: 'accepted', holders: [{ org: 'org-lead' }] });
    expect(rowOf('homePhysician')?.holders).toEqual([{ id: 'c', org: 'org-c' }]);
    expect(rowOf('pharmacist')?.holders).toEqual([{ id: 'g', org: null }]);
    expect(rowOf('attendingDoctor')).toMatchObject({ state: 'accepted', holders: [{ org: 'org-lead' }] });
    expect(rowOf('wardNurse')).toMatchObject({ state: 'asked', holders: [] });
    expect(rowOf('municipality')?.holders).toEqual([]);
  });

  it('keeps what each candidate answered', () => {
    expect(rowOf('visitingNurse')?.candidates).toEqual([
      { id: 'a', org: 'org-a', state: 'declined', askedOn: '2026-11-20', answeredOn: '2026-11-22', replyBy: null },
      { id: 'b', org: 'org-b', state: 'asked', askedOn: '2026-11-20', answeredOn: null, replyBy: '2026-12-01' },
    ]);
  });

  it('is that of the own enquiry alone for whoever was asked, and nothing without one', () => {
    const own = { team: [entry('a', 'visitingNurse', 'asked', { org: undefined })] };
    expect(teamRows(viewOf(own, { class: 'numberOnly' }))).toMatchObject([
      { function: 'visitingNurse', state: 'asked', candidates: [{ org: null }] },
    ]);
    expect(teamRows(viewOf({}, { class: 'numberOnly' }))).toEqual([]);
  });
});

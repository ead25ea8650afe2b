import { type CaseFacts, emptyFacts } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import { actsAs, type CaseAccess, eventsBy, maySend } from './index.ts';
import { aViewer } from './testing/viewers.ts';

const seen: CaseAccess = { class: 'partner', categories: ['plan', 'clinical'] };
const station = { ...aViewer('visitingNurse'), org: 'station' };
const stamp = { seq: 5, on: '2026-01-05', round: 0 };
const inTeam = (state: CaseFacts['team'][number]['state'], seq = 5): CaseFacts['team'][number] => ({
  ...stamp,
  seq,
  id: `t${seq}`,
  function: 'visitingNurse',
  org: 'station',
  state,
});
const handed = (change: Partial<CaseFacts['handoffs'][number]>): CaseFacts['handoffs'][number] => ({
  ...stamp,
  id: 'h',
  org: 'station',
  status: 'opened',
  version: 1,
  sentSeq: 8,
  confirmed: [],
  questions: [],
  ...change,
});
const facts = (change: Partial<CaseFacts>): CaseFacts => ({ ...emptyFacts('lead'), ...change });
const standing = (change: Partial<CaseFacts>) => actsAs(seen, facts(change), station).class;

describe('an organisation with consent', () => {
  it('is asked until it has accepted, by the team or by the handoff', () => {
    expect(standing({ team: [inTeam('asked')] })).toBe('asked');
    expect(standing({ team: [inTeam('asked')], handoffs: [handed({})] })).toBe('asked');
    expect(standing({ team: [inTeam('accepted')] })).toBe('partner');
    expect(standing({ handoffs: [handed({ status: 'accepted', decidedOn: '2026-01-06' })] })).toBe('partner');
  });

  it('stays a partner when it asks, or is sent a new version, after it accepted', () => {
    for (const status of ['questioned', 'sent', 'answered', 'closed'] as const)
      expect(standing({ handoffs: [handed({ status, decidedOn: '2026-01-06' })] }), status).toBe('partner');
  });

  it('is only asked again after it declined or ended its part', () => {
    const accepted = handed({ status: 'accepted', decidedOn: '2026-01-06' });
    expect(standing({ team: [inTeam('ended', 9), inTeam('asked', 12)], handoffs: [accepted] })).toBe('asked');
    expect(standing({ handoffs: [handed({ status: 'declined', decidedOn: '2026-01-06' })] })).toBe('asked');
  });

  it('answers while it is asked and writes nothing about the child', () => {
    expect([...eventsBy(station).asked].sort()).toEqual([
      'candidate.answered',
      'entry.corrected',
      'handoff.accepted',
      'handoff.asked',
      'handoff.declined',
      'handoff.opened',
      'handoff.reviewed',
      'handoff.sectionConfirmed',
      'handoff.taughtBack',
      'move.undone',
      'task.assigned',
      'task.dueMoved',
      'task.reminded',
    ]);
    for (const event of ['visit.recorded', 'visit.signed', 'firstVisit.closed', 'note.added', 'hold.added'])
      expect(maySend(station, { class: 'asked' }, event), event).toBe(false);
    expect(eventsBy(aViewer('school')).asked).toEqual(['candidate.answered']);
  });

  it('acts as the hub it is, or as the lead, without being asked', () => {
    const hub = { ...aViewer('coordinator'), orgKind: 'hub' as const };
    expect(actsAs(seen, facts({}), hub).class).toBe('partner');
    expect(actsAs({ ...seen, class: 'full' }, facts({}), { ...station, org: 'lead' }).class).toBe('full');
    expect(actsAs(seen, facts({}), { ...station, org: 'lead' }).class).toBe('partner');
    expect(actsAs({ class: 'numberOnly', categories: [] }, facts({}), station).class).toBe('numberOnly');
  });
});

import { type CaseFacts, categories, emptyFacts, type FullCard } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import { projectTasks } from './project-tasks.ts';
import type { TaskSource } from './task.ts';
import { aViewer } from './testing/viewers.ts';

const nurse = aViewer('dischargeNurse', { org: 'lead', membership: 'nurse-lead' });
const head: typeof nurse = { ...nurse, membership: 'head-lead', flags: ['mayWaive'] };
const station = aViewer('visitingNurse', { org: 'station', membership: 'v', orgKind: 'visitingNursingStation' });
const card: FullCard = {
  ...{ id: 'c1', no: 'K-1', name: 'canary', kana: null, bornOn: null, gestationWeeks: null, stage: 'preparing' },
  ...{ column: 'preparation', phase: 'P1', tracks: {}, adult: 'none', needs: [], due: null, turn: null, holds: [] },
  ...{ cond: { done: 0, all: 1 }, next: null, owners: ['lead'], flags: [], lead: 'lead', version: 4 },
};
const asked: CaseFacts['team'][number] = {
  ...{ seq: 5, on: '2026-12-07', round: 0, id: 't2', function: 'pharmacist', org: 'station', state: 'asked' },
  ...{ askedOn: '2026-12-07', enquiry: { seq: 5, at: '2026-12-07T03:00:00.000Z' } },
};
const handoff: CaseFacts['handoffs'][number] = {
  ...{ seq: 6, on: '2026-12-07', round: 0, id: 'h1', org: 'station', status: 'sent', version: 1, sentSeq: 7 },
  ...{ sentOn: '2026-12-07', turned: { seq: 7, at: '2026-12-07T03:00:00.000Z' }, confirmed: [], questions: [] },
};
const source = (
  facts: Partial<CaseFacts>,
  class_: TaskSource['access'] = { class: 'full', categories },
): TaskSource => ({
  ...{ card, access: class_, facts: { ...emptyFacts('lead'), ...facts } },
  ...{ next: null, gone: [], others: [], deadlines: [], checks: [], asks: [] },
});
const late = '2026-12-10T03:00:00.000Z';
const refs = (of: TaskSource, viewer: typeof nurse, at = late) =>
  projectTasks(of, viewer, at).flatMap(({ about, kind, ref }) => (about === 'unanswered' ? [`${kind} ${ref}`] : []));

describe('an answer that has not come', () => {
  it('is told to whoever answers for the case where it is led, from its instant on, and to nobody else', () => {
    const both = source({ team: [asked], handoffs: [handoff] });
    expect(refs(both, head)).toEqual(['enquiry t2', 'handoff h1']);
    expect(refs(both, head, '2026-12-10T02:59:59.999Z')).toEqual([]);
    expect(refs(both, nurse)).toEqual([]);
    const partner = { class: 'partner', categories: ['plan'] } as const;
    expect(refs(source({ team: [asked], handoffs: [handoff] }, partner), { ...station, flags: ['mayWaive'] })).toEqual(
      [],
    );
  });

  it('is no task that somebody is given, and ends with the answer or when the turn is the lead’s own', () => {
    const [task] = projectTasks(source({ handoffs: [handoff] }), head, late);
    expect(task).toMatchObject({ isSettable: false, owner: null, dueOn: '2026-12-10', since: '2026-12-07' });
    for (const status of ['accepted', 'questioned', 'withdrawn'] as const)
      expect(refs(source({ handoffs: [{ ...handoff, status }] }), head), status).toEqual([]);
    expect(refs(source({ team: [{ ...asked, state: 'accepted' }] }), head)).toEqual([]);
  });
});

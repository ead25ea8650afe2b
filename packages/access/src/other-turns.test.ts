import {
  type CaseFacts,
  emptyFacts,
  categories as everyCategory,
  type FullCard,
  type RoleId,
} from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import { projectTasks } from './project-tasks.ts';
import type { TaskSource } from './task.ts';
import { aViewer } from './testing/viewers.ts';

const nurse = aViewer('dischargeNurse', { org: 'lead', membership: 'nurse-lead' });
const station = aViewer('visitingNurse', { org: 'station', membership: 'visitor', orgKind: 'visitingNursingStation' });
const turnOf = (org: string, role: RoleId) => ({ org, role, since: '2026-12-05' });

const card = (next: string, turn: FullCard['turn']): FullCard => ({
  ...{ id: 'c1', no: 'K-1', name: 'canary', kana: null, bornOn: null, gestationWeeks: null, stage: 'preparing' },
  ...{ column: 'preparation', phase: 'P1', tracks: {}, adult: 'none', needs: [], due: null, turn, holds: [] },
  ...{ cond: { done: 0, all: 3 }, next, owners: ['lead'], flags: [], lead: 'lead', version: 4 },
});
const team: CaseFacts['team'] = [
  { id: 't1', function: 'visitingNurse', org: 'station', state: 'accepted', seq: 3, on: '2026-12-01', round: 0 },
];
const base = { facts: { ...emptyFacts('lead'), team }, next: null, gone: [], deadlines: [], checks: [], asks: [] };
const tasks = (source: TaskSource, viewer = nurse) => projectTasks(source, viewer, '2026-12-10T03:00:00.000Z');
const open = (id: string, turn: NonNullable<FullCard['turn']>, event: string) => ({
  ...{ id, turn },
  next: { event, category: 'plan' } as const,
});

describe('what else the next move wants', () => {
  it('is a task of whoever can do it now, each step once', () => {
    const own = turnOf('lead', 'dischargeNurse');
    const others = [
      open('skillsAgain', own, 'skill.assessed'),
      open('planWritten', own, 'plan.written'),
      open('minutesApproved', own, 'minutes.approved'),
      open('ofTheDoctor', turnOf('lead', 'doctor'), 'plan.written'),
    ];
    const next = { event: 'skill.assessed', category: 'skills' } as const;
    const access = { class: 'full', categories: everyCategory } as const;
    const said = tasks({ ...base, card: card('skillsReady', own), next, others, access });
    expect(said.map(({ kind, about, step }) => [kind, about, step?.event])).toEqual([
      ['turn', 'skillsReady', 'skill.assessed'],
      ['turn', 'planWritten', 'plan.written'],
    ]);
  });

  it('is told to nobody who is not told what is next', () => {
    const theirs = turnOf('station', 'visitingNurse');
    const others = [open('noted', theirs, 'note.added')];
    const shown = (access: TaskSource['access']) =>
      tasks({ ...base, card: card('planSigned', theirs), others, access }, station).map(({ about }) => about);
    expect(shown({ class: 'partner', categories: ['plan'] })).toEqual(['planSigned', 'noted']);
    expect(shown({ class: 'numberOnly', categories: [] })).toEqual([null]);
  });
});

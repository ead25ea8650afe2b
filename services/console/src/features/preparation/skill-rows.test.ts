import type { SkillCell } from '@kaerimichi/contracts';
import { expect, it } from 'vitest';
import { skillRows } from './skill-rows.ts';

const cell = (procedure: SkillCell['procedure'], learner: string, device: string | null = null): SkillCell => ({
  ...{ procedure, learner, device, level: 2, on: '2026-11-20', standing: 'learning', until: null, otherModel: false },
  ...{ self: null, history: [] },
});

it('is a line for each procedure of the plan, and one for each device on which it was practised', () => {
  const rows = skillRows({
    procedures: [
      { id: 'suctionOral', needed: 2, alone: 0 },
      { id: 'ventilatorOperation', needed: null, alone: 0 },
    ],
    learners: [
      { id: 'mother', isOfFamily: true },
      { id: 'schoolNurse', isOfFamily: false },
    ],
    cells: [cell('ventilatorOperation', 'mother', 'd1'), cell('ventilatorOperation', 'schoolNurse', 'd2')],
    drills: [],
  });
  expect(rows.map(({ key }) => key)).toEqual(['suctionOral ', 'ventilatorOperation d1', 'ventilatorOperation d2']);
  expect(rows.map(({ cells }) => cells.map(one => one?.learner ?? null))).toEqual([
    [null, null],
    ['mother', null],
    [null, 'schoolNurse'],
  ]);
});

it('holds what was seen before the only device was named in one line with it', () => {
  const learners = ['mother', 'father'].map(id => ({ id, isOfFamily: true }));
  const seen = [cell('suctionOral', 'mother'), cell('suctionOral', 'father', 'd1')];
  const matrix = {
    procedures: [{ id: 'suctionOral' as const, needed: 2, alone: 0 }],
    learners,
    cells: seen,
    drills: [],
  };
  expect(skillRows(matrix)).toMatchObject([{ device: 'd1', cells: [{ device: null }, { device: 'd1' }] }]);
});

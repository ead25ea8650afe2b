import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MedicalCareFacts } from './medical-care-facts.ts';
import { type MedicalCareItemId, medicalCareItem, medicalCareItemIds } from './medical-care-items.ts';
import { medicalCareScore } from './medical-care-score.ts';

const assessedOn = '2026-11-22';
type Ticked = MedicalCareFacts['items'][number];
const ask = (items: readonly Ticked[], more: Partial<MedicalCareFacts> = {}) =>
  medicalCareScore.ask({ assessedOn, items: [...items], ...more });
function answer(items: readonly Ticked[], more: Partial<MedicalCareFacts> = {}) {
  const outcome = ask(items, more);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  return outcome.answer;
}
const pathsOf = (items: readonly Ticked[], more: Partial<MedicalCareFacts> = {}) => {
  const outcome = ask(items, more);
  return outcome.ok ? [] : outcome.faults.map(({ path }) => path.join('.'));
};
const codes = (remarks: readonly { code: string }[]) => remarks.map(({ code }) => code);
const seizure = { physicianInstruction: true, lastAttackOn: '2026-06-01' };
const enema = { disposableGlycerin: false, insertionCm: 10, glycerinPercent: 50, volumeG: 60 };

// 別紙14の3, row by row: 基本スコア, 高, 中.
const table: [MedicalCareItemId, number, number | null, number | null][] = [
  ['ventilator', 10, 2, 1],
  ['tracheostomy', 8, 2, null],
  ['nasopharyngealAirway', 5, 1, null],
  ['oxygen', 8, 1, null],
  ['suction', 8, 1, null],
  ['nebulizer', 3, null, null],
  ['enteralTube', 8, 2, null],
  ['enteralPump', 3, 1, null],
  ['centralLine', 8, 2, null],
  ['subcutInjection', 5, 1, null],
  ['subcutPump', 3, 1, null],
  ['glucoseMonitoring', 3, 1, null],
  ['dialysis', 8, 2, null],
  ['intermittentCath', 5, null, null],
  ['continuousCath', 3, 1, null],
  ['stoma', 5, 1, null],
  ['disimpaction', 5, null, null],
  ['enema', 3, null, null],
  ['seizureRescue', 3, 2, null],
];

describe('each item of the 医療的ケア判定スコア', () => {
  it('stands in the table of the form', () => {
    expect(table.map(([id]) => id)).toEqual(medicalCareItemIds);
  });

  it.each(table)('%s has a base of %i, a high watch of %s and a middle one of %s', (id, base, high, mid) => {
    const more = { seizure, enema };
    expect(answer([{ id }], more)).toMatchObject({ base, watch: 0, total: base });
    for (const [watch, points] of [
      ['high', high],
      ['mid', mid],
      ['low', high === null ? null : 0],
    ] as const) {
      if (points === null) expect(pathsOf([{ id, watch }], more)).toEqual(['items.0.watch']);
      else expect(answer([{ id, watch }], more)).toMatchObject({ base, watch: points, total: base + points });
    }
  });
});

describe('what does not go together', () => {
  it.each([
    [['subcutInjection', 'subcutPump'], ['items.1.id']],
    [['intermittentCath', 'continuousCath'], ['items.1.id']],
    [['stoma', 'disimpaction', 'enema'], ['items.1.id', 'items.2.id']],
    [['oxygen', 'suction', 'oxygen'], ['items.2.id']],
    [['enteralTube', 'enteralPump'], []],
    [['subcutPump', 'glucoseMonitoring'], []],
  ] as [MedicalCareItemId[], string[]][])('%j is refused at %j', (ids, paths) => {
    expect(pathsOf(ids.map(id => ({ id })))).toEqual(paths);
  });

  it('is told with every other fault', () => {
    const items: Ticked[] = [{ id: 'oxygen', watch: 'mid' }, { id: 'nebulizer', watch: 'low' }, { id: 'oxygen' }];
    const late = { physicianInstruction: true, lastAttackOn: '2026-11-23' };
    const paths = ['items.0.watch', 'items.1.watch', 'items.2.id', 'seizure.lastAttackOn'];
    expect(pathsOf(items, { seizure: late })).toEqual(paths);
  });
});

describe('the notes of the form', () => {
  it('add no watch for a tracheostomy beside a ventilator', () => {
    const both: Ticked[] = [
      { id: 'ventilator', watch: 'high' },
      { id: 'tracheostomy', watch: 'high' },
    ];
    expect(answer(both)).toMatchObject({ base: 18, watch: 2, total: 20 });
    expect(codes(answer(both).notes)).toEqual(['tracheostomyWatch']);
    expect(answer([{ id: 'tracheostomy', watch: 'high' }])).toMatchObject({ total: 10, notes: [] });
  });

  it('do not add measuring beside a linked insulin pump', () => {
    const both: Ticked[] = [{ id: 'subcutPump' }, { id: 'glucoseMonitoring', watch: 'high' }];
    expect(answer(both, { pumpCgmLinked: true })).toMatchObject({ total: 3, needsReview: [] });
    expect(answer(both, { pumpCgmLinked: false })).toMatchObject({ total: 7, needsReview: [] });
    expect(codes(answer(both).needsReview)).toEqual(['pumpCgmLink']);
    const alone = answer([{ id: 'glucoseMonitoring' }], { pumpCgmLinked: true });
    expect([alone.total, codes(alone.needsReview)]).toEqual([3, ['pumpNotTicked']]);
  });

  it.each([
    // age, grams, total, what is for review
    [0, 5, 0, []],
    [0, 5.2, 3, ['enemaAbout']],
    [0, 6, 3, []],
    [1, 10, 0, []],
    [5, 10, 0, []],
    [5, 11, 3, ['enemaAbout']],
    [5, 12, 3, []],
    [6, 20, 0, []],
    [11, 20, 0, []],
    [11, 23, 3, []],
    [12, 20, 3, ['enemaNoAgeGroup']],
    [17, 40, 3, ['enemaNoAgeGroup']],
    [17, 60, 3, []],
    [18, 40, 0, []],
    [18, 44, 3, ['enemaAbout']],
    [18, 45, 3, []],
    [undefined, 5, 0, []],
    [undefined, 30, 3, ['enemaAge']],
    [undefined, 60, 3, []],
  ] as [number | undefined, number, number, string[]][])(
    'at %s years a disposable enema of %s g comes to %i, for review: %j',
    (ageYears, volumeG, total, review) => {
      const disposable = { disposableGlycerin: true, insertionCm: 6, glycerinPercent: 50, volumeG };
      const scored = answer([{ id: 'enema' }], { enema: disposable, ...(ageYears === undefined ? {} : { ageYears }) });
      expect([scored.total, codes(scored.needsReview)]).toEqual([total, review]);
      expect(codes(scored.notes)).toEqual(total === 0 ? ['enemaExcluded'] : []);
    },
  );

  it.each([
    [{ insertionCm: 5 }, 0, []],
    [{ insertionCm: 6 }, 0, []],
    [{ insertionCm: 6.3 }, 3, ['enemaAbout']],
    [{ insertionCm: 7 }, 3, []],
    [{ insertionCm: 4 }, 3, []],
    [{ glycerinPercent: 55 }, 3, ['enemaAbout']],
    [{ glycerinPercent: 60 }, 3, []],
    [{ disposableGlycerin: false }, 3, []],
  ] as [object, number, string[]][])('an enema of %j comes to %i, for review: %j', (part, total, review) => {
    const usual = { disposableGlycerin: true, insertionCm: 6, glycerinPercent: 50, volumeG: 20 };
    const scored = answer([{ id: 'enema' }], { enema: { ...usual, ...part }, ageYears: 7 });
    expect([scored.total, codes(scored.needsReview)]).toEqual([total, review]);
  });

  it.each([
    ['2025-11-22', true, 3, []],
    ['2025-11-21', true, 0, ['seizureAboutAYear']],
    ['2025-09-22', true, 0, ['seizureAboutAYear']],
    ['2025-09-21', true, 0, []],
    ['2026-11-22', true, 3, []],
    ['2026-11-22', false, 0, []],
  ] as [string, boolean, number, string[]][])(
    'seizures, the last on %s, instructed %s: %i, for review %j',
    (lastAttackOn, physicianInstruction, total, review) => {
      const scored = answer([{ id: 'seizureRescue' }], { seizure: { lastAttackOn, physicianInstruction } });
      expect([scored.total, codes(scored.needsReview)]).toEqual([total, review]);
    },
  );

  it('ask for what was not said, and count as ticked until then', () => {
    expect(codes(answer([{ id: 'seizureRescue' }]).needsReview)).toEqual(['seizureConditions']);
    expect(codes(answer([{ id: 'enema' }]).needsReview)).toEqual(['enemaKind']);
    expect(answer([{ id: 'enema' }, { id: 'seizureRescue' }]).total).toBe(6);
  });
});

describe('classes and the condition of A246-3', () => {
  it.each([
    [[], 0, 0, false],
    [['nebulizer'], 3, 1, false],
    [['oxygen', 'nasopharyngealAirway'], 13, 1, false],
    [['oxygen', 'suction'], 16, 2, true],
    [['ventilator', 'tracheostomy', 'oxygen', 'intermittentCath'], 31, 2, true],
    [['ventilator', 'tracheostomy', 'oxygen', 'nebulizer', 'glucoseMonitoring'], 32, 3, true],
  ] as [MedicalCareItemId[], number, number, boolean][])('%j: %i points, class %i, eligible %s', (ids, total, of, is) => {
    const scored = answer(ids.map(id => ({ id })));
    expect(scored).toMatchObject({ total, class: of, eligibleA2463: is });
  });

  it('15 points are class 1 and no more', () => {
    const items: Ticked[] = [{ id: 'ventilator', watch: 'high' }, { id: 'nebulizer' }];
    expect(answer(items)).toMatchObject({ total: 15, class: 1, eligibleA2463: false });
  });

  it('come to 107 at the most', () => {
    const left: readonly string[] = ['subcutPump', 'continuousCath', 'disimpaction', 'enema'];
    const items = medicalCareItemIds
      .filter(id => !left.includes(id))
      .map((id): Ticked => ({ id, ...(medicalCareItem(id).watch.high === undefined ? {} : { watch: 'high' }) }));
    expect(answer(items, { seizure })).toMatchObject({ total: 107, class: 3 });
  });
});

describe('the revision', () => {
  it.each([
    ['2024-06-01', 'R6/1'],
    ['2026-05-31', 'R6/1'],
    ['2026-06-01', 'R8/1'],
  ])('of an assessment on %s is %s', (on, ruleSet) => {
    const outcome = medicalCareScore.ask({ assessedOn: on, items: [] });
    expect(outcome).toMatchObject({ ok: true, answer: { ruleSet } });
  });

  it('is none before June 2024', () => {
    const outcome = medicalCareScore.ask({ assessedOn: '2024-05-31', items: [] });
    expect(outcome).toMatchObject({ ok: false, faults: [{ path: ['assessedOn'] }] });
  });
});

describe('a score', () => {
  const anyItem = fc.constantFrom(...medicalCareItemIds);
  const anyWatch = fc.constantFrom('high' as const, 'low' as const, undefined);
  const anyItems = fc.array(fc.record({ id: anyItem, watch: anyWatch }), { maxLength: 12 });
  const more = { seizure, enema };

  it('never falls when an item is added, except where a note says so', () => {
    const isLower = (one: readonly Ticked[], added: Ticked) => {
      const before = ask(one, more);
      const after = ask([...one, added], more);
      return before.ok && after.ok ? after.answer.total < before.answer.total : false;
    };
    fc.assert(
      fc.property(anyItems, anyItem, anyWatch, (drawn, id, watch) => {
        const clean = (item: { id: MedicalCareItemId; watch?: 'high' | 'low' | undefined }): Ticked =>
          item.watch && medicalCareItem(item.id).watch[item.watch] !== undefined
            ? { id: item.id, watch: item.watch }
            : { id: item.id };
        expect(isLower(drawn.map(clean), clean({ id, watch }))).toBe(false);
      }),
      { numRuns: 2000 },
    );
    // The note to item 10: a linked pump takes measuring away.
    const measured: Ticked[] = [{ id: 'glucoseMonitoring', watch: 'high' }];
    const linked = answer([...measured, { id: 'subcutPump' }], { pumpCgmLinked: true });
    expect([answer(measured).total, linked.total, codes(linked.notes)]).toEqual([4, 3, ['pumpCgmLinked']]);
  });

  it('is the sum of base and watch, and of what it counted', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyItem, { maxLength: 12 }), ids => {
        const outcome = ask(ids.map(id => ({ id })), more);
        if (!outcome.ok) return;
        const { base, watch, total, counted } = outcome.answer;
        expect(base + watch).toBe(total);
        expect(counted.reduce((sum, item) => sum + item.base + item.watch, 0)).toBe(total);
      }),
    );
  });
});

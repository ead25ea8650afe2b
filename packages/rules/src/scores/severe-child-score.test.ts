import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SevereChildFacts } from './severe-child-facts.ts';
import { type SevereChildItemId, severeChildItem, severeChildItemIds } from './severe-child-items.ts';
import { severeChildScore } from './severe-child-score.ts';

const base = { assessedOn: '2026-11-22', motorFunction: 'lying', stateSince: '2026-01-01' } as const;
const ask = (facts: Partial<SevereChildFacts>) => severeChildScore.ask({ ...base, items: [], ...facts });
function answer(facts: Partial<SevereChildFacts>) {
  const outcome = ask(facts);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  return outcome.answer;
}
const pathsOf = (facts: Partial<SevereChildFacts>) => {
  const outcome = ask(facts);
  return outcome.ok ? [] : outcome.faults.map(({ path }) => path.join('.'));
};
const reviewOf = (facts: Partial<SevereChildFacts>) => answer(facts).needsReview.map(({ code }) => code);

// 別紙14, row by row.
const table: [SevereChildItemId, number][] = [
  ['respirator', 10],
  ['intubationOrTracheostomy', 8],
  ['npAirway', 5],
  ['oxygenOrDesat', 5],
  ['suctionHourly', 8],
  ['suction6PerDay', 3],
  ['nebulizer', 3],
  ['ivh', 10],
  ['oralFullAssist', 3],
  ['tubeFeeding', 5],
  ['enterostomyFeeding', 8],
  ['enteralPump', 3],
  ['hypertonia', 3],
  ['dialysis', 10],
  ['catheterization', 5],
  ['colostomy', 5],
  ['repositioning', 3],
];

describe('each item of 別紙14', () => {
  it('stands in the table of the annex', () => {
    expect(table.map(([id]) => id)).toEqual(severeChildItemIds);
  });

  it.each(table)('%s counts %i', (id, score) => {
    const items = id === 'enteralPump' ? [id, 'enterostomyFeeding' as const] : [id];
    expect(answer({ items }).total).toBe(id === 'enteralPump' ? 11 : score);
  });

  it.each([
    [['suctionHourly', 'suction6PerDay'], ['items.1']],
    [['oralFullAssist', 'tubeFeeding', 'enterostomyFeeding'], ['items.1', 'items.2']],
    [['enteralPump'], ['items.0']],
    [['enteralPump', 'tubeFeeding'], ['items.0']],
    [['ivh', 'ivh'], ['items.1']],
    [['ivh'], []],
    [['enteralPump', 'enterostomyFeeding'], []],
  ] as [SevereChildItemId[], string[]][])('%j is refused at %j', (items, paths) => {
    expect(pathsOf({ items })).toEqual(paths);
  });
});

describe('classes', () => {
  const total25: SevereChildItemId[] = ['respirator', 'ivh', 'npAirway'];
  const total24: SevereChildItemId[] = ['respirator', 'suctionHourly', 'nebulizer', 'hypertonia'];
  it.each([
    [total25, 25, 'super'],
    [total24, 24, 'semi'],
    [['respirator'], 10, 'semi'],
    [['suctionHourly'], 8, 'none'],
    [['nebulizer', 'hypertonia', 'repositioning'], 9, 'none'],
  ] as [SevereChildItemId[], number, string][])('%j: %i points are %s', (items, total, of) => {
    expect(answer({ items })).toMatchObject({ total, class: of });
  });

  it('need a motor function up to sitting', () => {
    expect(answer({ items: total25, motorFunction: 'beyondSitting' })).toMatchObject({ total: 25, class: 'none' });
    expect(answer({ items: total25, motorFunction: 'beyondSitting' }).earliestOn).toBeUndefined();
    expect(answer({ items: total25, motorFunction: 'sitting' }).class).toBe('super');
    expect(reviewOf({ items: total25, motorFunction: 'sitting' })).toEqual(['sittingWithHelp']);
    expect(reviewOf({ items: total25 })).toEqual([]);
  });
});

describe('periods', () => {
  const items: SevereChildItemId[] = ['respirator', 'ivh', 'npAirway'];
  it.each([
    ['2026-05-22', 'super'],
    ['2026-05-23', 'none'],
  ])('a state since %s makes it %s after six months', (stateSince, of) => {
    expect(answer({ items, stateSince })).toMatchObject({ class: of });
  });

  it('say from when a class is reached', () => {
    expect(answer({ items, stateSince: '2026-08-31' })).toMatchObject({ class: 'none', earliestOn: '2027-02-28' });
    expect(answer({ items, stateSince: '2026-01-01' })).toMatchObject({ class: 'super', earliestOn: '2026-07-01' });
  });

  it('belong to each item: a new tracheostomy does not count yet', () => {
    const scored = answer({
      items: [
        { id: 'respirator', since: '2026-01-10' },
        { id: 'tubeFeeding', since: '2026-02-10' },
        { id: 'intubationOrTracheostomy', since: '2026-10-01' },
        { id: 'nebulizer', since: '2026-01-10' },
      ],
    });
    expect(scored).toMatchObject({
      total: 26,
      class: 'semi',
      earliestOn: '2026-07-10',
      reachedOn: { semi: '2026-07-10', super: '2027-04-01' },
      items: [
        { id: 'respirator', countsFrom: '2026-07-10' },
        { id: 'tubeFeeding', countsFrom: '2026-08-10' },
        { id: 'intubationOrTracheostomy', countsFrom: '2027-04-01' },
        { id: 'nebulizer', countsFrom: '2026-07-10' },
      ],
    });
  });

  it.each([
    // since, left, assessed, class
    ['2026-10-01', '2026-11-05', '2026-11-05', 'super'],
    ['2026-10-01', '2026-11-05', '2026-11-04', 'none'],
    ['2026-10-20', '2026-11-05', '2026-11-19', 'none'],
    ['2026-10-20', '2026-11-05', '2026-11-20', 'super'],
  ])('one month after the NICU: since %s, left %s, on %s: %s', (stateSince, leftNicuOn, assessedOn, of) => {
    expect(answer({ items, stateSince, leftNicuOn, assessedOn, stateBeganInNicu: true }).class).toBe(of);
  });

  it('need the child to have left, and the state to have begun there', () => {
    const recent = { items, stateSince: '2026-09-01' };
    expect(answer({ ...recent, stateBeganInNicu: true }).class).toBe('none');
    expect(reviewOf({ ...recent, stateBeganInNicu: true })).toEqual(['nicuExit']);
    expect(answer({ ...recent, leftNicuOn: '2026-09-01' }).class).toBe('none');
    // 症状増悪又は新たな疾患: six months again for what came later, one for what continues.
    const later = answer({
      leftNicuOn: '2026-09-20',
      items: [
        { id: 'respirator', since: '2026-09-01', beganInNicu: true },
        { id: 'ivh', since: '2026-09-25' },
        { id: 'npAirway', since: '2026-09-01', beganInNicu: true },
      ],
    });
    expect(later).toMatchObject({ class: 'semi', reachedOn: { semi: '2026-10-01', super: '2027-03-25' } });
  });

  it('are for review where the month may count from the exit', () => {
    const nicu = { items, stateSince: '2026-09-01', leftNicuOn: '2026-11-01', stateBeganInNicu: true };
    expect([answer(nicu).class, reviewOf(nicu)]).toEqual(['super', ['nicuMonth']]);
    expect(reviewOf({ ...nicu, assessedOn: '2026-12-01' })).toEqual([]);
  });

  it('are for review where only 「新生児期から継続」 decides', () => {
    const newborn = { items, bornOn: '2026-08-01', stateSince: '2026-08-28' };
    expect([answer(newborn).class, reviewOf(newborn)]).toEqual(['none', ['sinceNewborn']]);
    expect(reviewOf({ ...newborn, stateSince: '2026-08-29' })).toEqual([]);
  });

  it('that nobody knows are asked for, and do not count', () => {
    const outcome = severeChildScore.ask({ assessedOn: '2026-11-22', motorFunction: 'lying', items });
    expect(outcome).toMatchObject({ ok: true, answer: { total: 25, class: 'none' } });
    if (outcome.ok) expect(outcome.answer.needsReview.map(({ code }) => code)).toEqual(['periodUnknown']);
  });

  it('cannot begin after the assessment, before birth, or in the NICU after it', () => {
    expect(pathsOf({ items, stateSince: '2026-11-23' })).toEqual(['stateSince']);
    expect(pathsOf({ items, bornOn: '2026-01-02' })).toEqual(['stateSince']);
    const late = { items, leftNicuOn: '2025-12-31', stateBeganInNicu: true };
    expect(pathsOf(late)).toEqual(['stateSince']);
    expect(pathsOf({ items: [{ id: 'ivh', since: '2027-01-01' }] })).toEqual(['items.0.since']);
    const born = { bornOn: '2026-12-01', leftNicuOn: '2026-11-30', stateSince: '2026-11-22' };
    expect(pathsOf({ items, ...born })).toEqual(['stateSince', 'bornOn', 'leftNicuOn']);
  });
});

describe('the revision', () => {
  it.each([
    ['2024-06-01', 'R6/1'],
    ['2026-05-31', 'R6/1'],
    ['2026-06-01', 'R8/1'],
  ])('of an assessment on %s is %s', (assessedOn, ruleSet) => {
    const outcome = severeChildScore.ask({ assessedOn, motorFunction: 'lying', items: [] });
    expect(outcome).toMatchObject({ ok: true, answer: { ruleSet } });
  });
});

it('a score and a class never fall when an item is added', () => {
  const anyId = fc.constantFrom(...severeChildItemIds);
  const anySince = fc.constantFrom('2025-01-01', '2026-05-22', '2026-06-30', '2026-11-01');
  const anyItem = fc.record({ id: anyId, since: anySince, beganInNicu: fc.boolean() });
  const rank = { none: 0, semi: 1, super: 2 };
  let compared = 0;
  fc.assert(
    fc.property(fc.array(anyItem, { maxLength: 8 }), anyItem, (items, added) => {
      const leftNicuOn = '2026-11-10';
      const before = ask({ items, leftNicuOn });
      const after = ask({ items: [...items, added], leftNicuOn });
      if (!before.ok || !after.ok) return;
      compared += 1;
      expect(after.answer.total).toBe(before.answer.total + severeChildItem(added.id).score);
      expect(rank[after.answer.class]).toBeGreaterThanOrEqual(rank[before.answer.class]);
    }),
    { numRuns: 2000 },
  );
  expect(compared).toBeGreaterThan(100);
});

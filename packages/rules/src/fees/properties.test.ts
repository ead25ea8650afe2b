import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASKED_ON, askFee, metCases } from '../testing/fee-case.ts';
import { type FactName, type FeeFacts, feeFacts } from './facts.ts';
import { feeRules } from './fee-rules.ts';

const without = (facts: FeeFacts, gone: readonly string[]): FeeFacts =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => !gone.includes(name))) as FeeFacts;
/** A fee, and the facts of its met case or of another's laid over it: every condition is met, failed, lost and unknown. */
const asked = fc
  .tuple(fc.constantFrom(...feeRules), fc.constantFrom(...Object.values(metCases)), fc.boolean())
  .map(([rule, other, mixed]) => ({
    rule,
    facts: mixed ? { ...metCases[rule.id], ...other } : { ...other, ...metCases[rule.id] },
  }));

describe('a fee', () => {
  it('is never met for want of a fact', () => {
    fc.assert(
      fc.property(asked, fc.nat(), ({ rule, facts }, draw) => {
        const name = rule.factNames[draw % rule.factNames.length] as FactName;
        const [before, after] = [askFee(rule.id, facts), askFee(rule.id, without(facts, [name]))];
        if (before.status !== 'met') expect(after.status).not.toBe('met');
        for (const condition of after.conditions) {
          const was = before.conditions.find(({ code }) => code === condition.code);
          if (was && was.ok !== true) expect(condition.ok).not.toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('says which fact is missing: with none recorded every condition is unknown', () => {
    for (const { id } of feeRules)
      for (const { code, ok, needs } of askFee(id, {}).conditions)
        expect([id, code, ok, needs.length > 0]).toEqual([id, code, 'unknown', true]);
  });

  it('does not depend on the order of facts, nor of lists', () => {
    fc.assert(
      fc.property(asked, ({ rule, facts }) => {
        const turned = Object.fromEntries(
          Object.entries(facts)
            .reverse()
            .map(([name, value]) => [name, Array.isArray(value) ? [...value].reverse() : value]),
        );
        expect(askFee(rule.id, turned)).toEqual(askFee(rule.id, facts));
      }),
      { numRuns: 1000 },
    );
  });

  it('looks at no fact beside those it names', () => {
    fc.assert(
      fc.property(asked, ({ rule, facts }) => {
        const others = Object.keys(facts).filter(name => !rule.factNames.includes(name as FactName));
        expect(askFee(rule.id, without(facts, others))).toEqual(askFee(rule.id, facts));
      }),
      { numRuns: 2000 },
    );
  });

  it('once lost stays lost as days go by', () => {
    fc.assert(
      fc.property(asked, fc.nat({ max: 200 }), ({ rule, facts }, draw) => {
        const gone = without(facts, [rule.factNames[draw % rule.factNames.length] as string]);
        const early = askFee(rule.id, gone, '2026-11-25');
        if (early.status === 'lost') expect(askFee(rule.id, gone, '2027-06-01').status).toBe('lost');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('facts', () => {
  it('are strict, for every fee alone and for all together', () => {
    const named = new Set(feeRules.flatMap(({ factNames }) => factNames));
    expect(Object.keys(feeFacts.shape).filter(name => !named.has(name as FactName))).toEqual([]);
    for (const { id, facts, factNames } of feeRules) {
      const own = without(
        metCases[id] as FeeFacts,
        Object.keys(feeFacts.shape).filter(name => !factNames.includes(name as FactName)),
      );
      expect([id, facts.safeParse({ ...own, on: ASKED_ON }).success]).toEqual([id, true]);
      expect([id, facts.safeParse({ ...own, on: ASKED_ON, weather: 1 }).success]).toEqual([id, false]);
    }
  });
});

it('all fees are answered a hundred times in well under 100 ms', () => {
  const runs = () => {
    for (let i = 0; i < 100; i++) for (const { id } of feeRules) askFee(id, metCases[id] as FeeFacts);
  };
  runs();
  // The fastest of five: a busy machine only adds.
  const took = Math.min(
    ...Array.from({ length: 5 }, () => {
      const start = performance.now();
      runs();
      return performance.now() - start;
    }),
  );
  expect(took).toBeLessThan(100);
});

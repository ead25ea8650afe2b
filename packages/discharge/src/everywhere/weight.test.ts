import { describe, expect, it } from 'vitest';
import { wireSchemaOf } from '../chart.ts';
import { aCase } from '../histories/a-case.ts';

describe('a weight', () => {
  it('is known with the day on which the child was weighed', () => {
    const child = aCase().goesTo('preparing').sends('ward', 'weight.recorded', { grams: 7850 });
    expect(child.facts().weight).toMatchObject({ grams: 7850, on: child.on() });
  });

  it('of an earlier day, entered afterwards, takes no newer one away', () => {
    const child = aCase().waits(30).sends('ward', 'weight.recorded', { grams: 7850 });
    child.sends('ward', 'weight.recorded', { grams: 7200, note: '紙の記録から' }, { occurred: 10 });
    expect(child.facts().weight).toMatchObject({ grams: 7850 });
  });

  it('is asked for in grams: kilograms typed by mistake are refused', () => {
    const schema = wireSchemaOf('weight.recorded');
    expect(schema?.safeParse({ type: 'weight.recorded', grams: 7.85 }).success).toBe(false);
    expect(schema?.safeParse({ type: 'weight.recorded', grams: 42 }).success).toBe(false);
    expect(schema?.safeParse({ type: 'weight.recorded', grams: 42_500 }).success).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { eventDefinitions, wireSchemaOf } from './events.ts';
import { aCase } from './histories/a-case.ts';
import { bodyOf } from './histories/body-of.ts';

const pathsOf = (type: string, change: object) => {
  const choices = { pick: () => 0, chance: () => true };
  const child = aCase();
  const body = bodyOf(type, { state: child.state(), on: child.on(), seq: 2, choices });
  const result = wireSchemaOf(type)?.safeParse({ type, ...body, ...change });
  return result?.error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [];
};
const message = expect.stringMatching(/前の日です。 \/ Before the first day\.$/);

describe('an event with a period', () => {
  const withPeriod = eventDefinitions.flatMap(({ type, period }) => (period ? [[type, ...period] as const] : []));

  it.each(withPeriod)('%s is refused at the last day when that lies before the first', (type, first, last) => {
    expect(pathsOf(type, { [first]: '2026-06-02', [last]: '2026-06-01' })).toEqual([[last, message]]);
    expect(pathsOf(type, { [first]: '2026-06-02', [last]: '2026-06-02' })).toEqual([]);
    expect(pathsOf(type, { [first]: '2026-06-02', [last]: '2026-06-01', surprise: 1 }).map(([path]) => path)).toEqual(
      expect.arrayContaining([last]),
    );
  });

  it('is every one whose body has two days that belong together', () => {
    const hasBoth = eventDefinitions.filter(
      ({ body: { shape } }) => 'from' in shape && ('to' in shape || 'until' in shape),
    );
    expect(hasBoth.map(({ type }) => type)).toEqual(withPeriod.map(([type]) => type));
    expect(withPeriod.length).toBeGreaterThan(4);
  });

  it('is refused there for a stay within an adoption, too', () => {
    const stay = { id: 's', from: '2026-06-02', to: '2026-06-01' };
    expect(pathsOf('case.adopted', { stage: 'trialStay', stay })).toEqual([['stay.to', message]]);
  });
});

import { describe, expect, it } from 'vitest';
import { wireSchemaOf } from './chart.ts';

const faultsOf = (type: string, body: object) =>
  (wireSchemaOf(type)?.safeParse({ type, ...body }).error?.issues ?? []).map(({ path }) => path.join('.')).sort();

const consent = {
  ...{ consentId: 'c1', scope: 'recipient', recipient: 'org-nozomi', purpose: 'care', from: '2026-01-05' },
  ...{ categories: ['plan', 'contacts'], givers: [{ relation: 'mother', authority: 'parental' }], method: 'paper' },
};

describe('a body whose parts do not go together', () => {
  it('names a category of a consent twice: each repetition is told', () => {
    expect(faultsOf('consent.recorded', consent)).toEqual([]);
    const categories = ['plan', 'contacts', 'plan', 'contacts'];
    expect(faultsOf('consent.recorded', { ...consent, categories })).toEqual(['categories.2', 'categories.3']);
  });

  it('is told beside every other fault', () => {
    const body = {
      ...consent,
      categories: ['plan', 'plan', 'protection'],
      givers: [
        { relation: 'mother', authority: 'self' },
        { relation: 'self', authority: 'parental' },
      ],
      until: '2026-01-04',
      surprise: 1,
    };
    expect(faultsOf('consent.recorded', { ...body, method: 'pigeon' })).toEqual([
      '',
      'categories.1',
      'categories.2',
      'givers.0.authority',
      'givers.1.authority',
      'method',
      'until',
    ]);
    expect(faultsOf('consent.recorded', { categories: 1, givers: { relation: 'mother' } })).toContain('categories');
    expect(wireSchemaOf('consent.recorded')?.safeParse('nothing').success).toBe(false);
  });

  it.each([
    ['candidate.asked', { candidateId: 't1', function: 'pharmacist' }, 'organisation'],
    ['handoff.composed', { handoffId: 'h1' }, 'recipient'],
  ])('%s is to an organisation of the network, or to somebody outside it by name, not both', (type, body, field) => {
    expect(faultsOf(type, { ...body, [field]: 'org-x' })).toEqual([]);
    expect(faultsOf(type, { ...body, outside: '島の薬局' })).toEqual([]);
    expect(faultsOf(type, { ...body, [field]: 'org-x', outside: '島の薬局' })).toEqual(['outside']);
  });
});

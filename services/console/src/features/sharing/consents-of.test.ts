import type { CaseView } from '@kaerimichi/contracts';
import { describe, expect, it } from 'vitest';
import { consentsOf, partnersOf, withoutConsent } from './consents-of.ts';

const today = '2026-11-29';
const consent = (id: string, change: object = {}) => ({
  ...{ seq: 1, on: '2026-11-01', round: 0, id, scope: 'recipient', recipient: `org-${id}` },
  ...{ categories: ['contacts'], purpose: 'care', from: '2026-11-01' },
  ...change,
});
const view: Pick<CaseView, 'facts'> = {
  facts: {
    family: {
      consents: [
        consent('lapsed', { until: '2026-11-28' }),
        consent('withdrawn', { withdrawnOn: '2026-11-20' }),
        consent('ahead', { from: '2026-12-01' }),
        consent('valid', { until: today }),
        consent('figures', { purpose: 'programme' }),
        consent('support', { scope: 'hospital', recipient: undefined }),
      ],
    },
    plan: {
      team: [
        { id: 'a', org: 'org-valid', state: 'accepted' },
        { id: 'b', org: 'org-ahead', state: 'asked' },
        { id: 'c', org: 'org-gone', state: 'declined' },
        { id: 'd', state: 'asked' },
        { id: 'e', org: 'org-figures', state: 'accepted' },
      ],
      handoffs: [
        { id: 'h', org: 'org-handed', status: 'opened' },
        { id: 'i', org: 'org-draft', status: 'draft' },
      ],
    },
  },
};

describe('what is shared', () => {
  it('stands with what counts today first, by the day', () => {
    const states = consentsOf(view, today).map(({ consent: { id }, state }) => `${id} ${state}`);
    expect(states).toEqual(['valid valid', 'figures valid', 'ahead ahead', 'withdrawn withdrawn', 'lapsed lapsed']);
    expect(consentsOf(view, '2026-12-01').map(({ state }) => state)).toEqual([
      'valid',
      'valid',
      'withdrawn',
      'lapsed',
      'lapsed',
    ]);
  });

  it('names who takes part or was asked without a consent that shows it the child', () => {
    expect(partnersOf(view)).toEqual(['org-valid', 'org-ahead', 'org-figures', 'org-handed']);
    expect(withoutConsent(view, today)).toEqual(['org-ahead', 'org-figures', 'org-handed']);
  });

  it('is nothing where consents are not shown', () => {
    expect(consentsOf({ facts: {} }, today)).toEqual([]);
  });
});

import type { CaseView } from '@kaerimichi/contracts';
import { describe, expect, it } from 'vitest';
import { hasConsent, kept, likelyRecipients } from './recipients.ts';

const today = '2026-11-29';
const consent = (recipient: string, change: object = {}) => ({
  ...{ seq: 1, on: '2026-11-01', round: 0, id: `c-${recipient}`, scope: 'recipient', recipient },
  ...{ categories: ['contacts', 'clinical'], purpose: 'care', from: '2026-11-01' },
  ...change,
});
const view = {
  card: { lead: 'org-lead' },
  facts: {
    family: {
      consents: [
        consent('org-station'),
        consent('org-figures', { purpose: 'programme' }),
        consent('org-hospital', { scope: 'hospital' }),
        consent('org-over', { until: '2026-11-28' }),
      ],
    },
    plan: {
      team: [
        { id: 'a', org: 'org-asked', state: 'asked' },
        { id: 'b', org: 'org-gone', state: 'declined' },
        { id: 'c', org: 'org-lead', state: 'accepted' },
      ],
    },
  },
} as unknown as CaseView;

describe('a recipient of a handoff', () => {
  it('is likely where it was asked, or where consent shows it the child', () => {
    expect(likelyRecipients(view, today)).toEqual(['org-asked', 'org-station']);
  });

  it('has consent only by one that shows the child, and today', () => {
    const orgs = ['org-station', 'org-figures', 'org-hospital', 'org-over', 'org-asked'];
    expect(orgs.filter(org => hasConsent(view, org, today))).toEqual(['org-station']);
  });

  it('reads the sections of the categories that such a consent names', () => {
    const orgs = ['org-station', 'org-figures'];
    expect(kept(view, 'breathing', { orgs, on: today })).toEqual(['org-figures']);
    expect(kept(view, 'schemes', { orgs, on: today })).toEqual(orgs);
  });
});

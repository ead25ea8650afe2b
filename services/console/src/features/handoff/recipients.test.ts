import type { CaseView } from '@kaerimichi/contracts';
import { describe, expect, it } from 'vitest';
import { kept, likelyRecipients, mayBeSent } from './recipients.ts';

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
        consent('org-plan', { categories: ['plan'] }),
        consent('org-past', { categories: ['plan'], until: '2026-11-28' }),
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
    expect(likelyRecipients(view, today)).toEqual(['org-asked', 'org-station', 'org-plan']);
  });

  it('may be sent one only where a consent counts today that names the plan', () => {
    const orgs = ['org-station', 'org-figures', 'org-hospital', 'org-over', 'org-asked', 'org-plan', 'org-past'];
    expect(orgs.filter(org => mayBeSent(view, org, today))).toEqual(['org-plan']);
  });

  it('reads the sections of the categories that such a consent names', () => {
    const orgs = ['org-station', 'org-figures'];
    expect(kept(view, 'breathing', { orgs, on: today })).toEqual(['org-figures']);
    expect(kept(view, 'schemes', { orgs, on: today })).toEqual(orgs);
  });
});

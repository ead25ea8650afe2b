import { describe, expect, it } from 'vitest';
import { criticalSections } from '../handoff/section-list.ts';
import { aCase } from '../histories/a-case.ts';
import { consent } from '../histories/phases.ts';
import { codesOf } from '../histories/walk.ts';
import { redecide } from '../redecide.ts';

const handoffId = 'h-step-down';
const offered = () =>
  aCase()
    .goesTo('readyForDischarge')
    .sends('dsn', 'consent.recorded', consent('c-lead', { scope: 'recipient', recipient: 'org-chiiki', from: '@36' }))
    .sends('dsn', 'lead.offered', { organisation: 'org-chiiki' });

describe('a step-down to a regional hospital', () => {
  it('is the same loop: read, said back, accepted, and then the lead moves', () => {
    const child = offered()
      .sends('dsn', 'handoff.composed', { handoffId, recipient: 'org-chiiki', content: '九つの項目' })
      .sends('dsn', 'handoff.sent', { handoffId, teachBack: true });
    expect(child.tries('regional', 'lead.accepted')).toMatchObject({
      reasons: [{ code: 'lead.handoffOpen', fix: { event: 'handoff.accepted', fill: { handoffId } } }],
    });
    child.sends('regional', 'handoff.opened', { handoffId });
    for (const section of criticalSections) child.sends('regional', 'handoff.sectionConfirmed', { handoffId, section });
    const asked = child.facts().handoffs.find(({ id }) => id === handoffId)?.teachBack ?? [];
    expect(asked.length).toBeGreaterThanOrEqual(3);
    for (const { topic } of asked) child.sends('regional', 'handoff.taughtBack', { handoffId, topic, sure: false });
    // A hospital accepts without a day for a first visit.
    child
      .sends('regional', 'handoff.accepted', { handoffId, withConditions: false })
      .sends('regional', 'lead.accepted');
    expect(child.facts()).toMatchObject({ lead: 'org-chiiki' });
    expect(child.facts().handoffs.find(({ id }) => id === handoffId)).toMatchObject({ status: 'closed' });
    expect(redecide(child.past)).toMatchObject({ ok: true });
  });

  it('that was sent no handoff, or declined it, waits for none', () => {
    expect(codesOf(offered().tries('regional', 'lead.accepted'))).toEqual([]);
    const child = offered()
      .sends('dsn', 'handoff.composed', { handoffId, recipient: 'org-chiiki', content: '九つの項目' })
      .sends('dsn', 'handoff.sent', { handoffId })
      .sends('regional', 'handoff.declined', { handoffId, declineReason: 'noCapacity' });
    expect(codesOf(child.tries('regional', 'lead.accepted'))).toEqual([]);
  });
});

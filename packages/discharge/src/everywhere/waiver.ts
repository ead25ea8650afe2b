import { z } from 'zod';
import { defineFact, reasonText, stampOf } from '../event.ts';
import { reasonAsItsCondition, waiverObjection, waiverRole } from './may-waive.ts';
import { waiverAsked, waiverRefused } from './waiver-asks.ts';

const requirementWaived = defineFact('requirement.waived', {
  label: { ja: '例外として認める', en: 'Waive a requirement' },
  reading: 'れいがい と して みとめる',
  alsoCalled: { ja: 'めんじょ', en: 'exception' },
  told: { ja: '例外として認めた', en: 'Requirement waived' },
  category: 'plan',
  apart: reasonAsItsCondition,
  body: {
    requirementId: z.string().max(60),
    ground: z.enum(['individual', 'disaster']).optional().describe('disaster: 災害時の例外。ないときは個別の事情'),
  },
  texts: reasonText,
  objection: waiverObjection,
  record: (facts, event) => {
    const { requirementId: requirement } = event.body;
    const entry = facts.entry.seq;
    const as = waiverRole(event.by) ?? 'headNurse';
    const waiver = {
      ...stampOf(facts, event),
      requirement,
      entry,
      by: event.by.membership,
      person: event.by.person,
      as,
    };
    // Waivers of earlier entries no longer count; repeating one's own adds nothing.
    const others = facts.waivers.filter(
      other => other.entry === entry && !(other.requirement === requirement && other.as === as),
    );
    return { ...facts, waivers: [...others, waiver] };
  },
});

export const waiverEvents = [requirementWaived, waiverAsked, waiverRefused] as const;

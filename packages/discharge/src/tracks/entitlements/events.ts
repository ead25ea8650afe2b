import { z } from 'zod';
import { defineFact, noteText, stampOf } from '../../event.ts';
import { day, entitlementKind, itemId } from '../../vocabulary.ts';

const entitlementUpdated = defineFact('entitlement.updated', {
  label: { ja: '制度の手続きを記録する', en: 'Record an entitlement' },
  reading: 'せいど の てつづき を きろく する',
  alsoCalled: { ja: 'じゅきゅうしゃしょう', en: 'scheme, certificate' },
  told: { ja: '制度の手続きを記録した', en: 'Entitlement recorded' },
  category: 'money',
  body: {
    kind: entitlementKind,
    state: z.enum(['needed', 'notNeeded', 'applied', 'granted', 'refused']),
    owner: itemId.optional().describe('申請中のときの担当者'),
    until: day.optional().describe('有効期限'),
  },
  texts: {
    office: { label: { ja: '窓口(市区町村・課)', en: 'Office (municipality, section)' }, maxLength: 200 },
    papers: { label: { ja: '持っていくもの', en: 'Papers to bring' }, maxLength: 1000 },
    ...noteText,
  },
  objection: (_facts, event) =>
    event.body.state === 'applied' && !event.body.owner
      ? {
          code: 'entitlement.owner',
          text: { ja: '申請中の手続きには担当者を決めてください。', en: 'An application needs an owner.' },
        }
      : null,
  record: (facts, event) => {
    const { kind, state, owner, until } = event.body;
    const entry = { ...stampOf(facts, event), kind, state, ...(owner ? { owner } : {}), ...(until ? { until } : {}) };
    return { ...facts, entitlements: [...facts.entitlements.filter(other => other.kind !== kind), entry] };
  },
});

export const entitlementEvents = [entitlementUpdated] as const;

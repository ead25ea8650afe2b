import { z } from 'zod';
import { type CaseEvent, defineTime, stampOf } from '../event.ts';
import type { CaseFacts } from '../facts.ts';
import { type CaseRules, caseRules } from './case-rules.ts';

/** A body with the rules that are in force for its organisation; without any, as it was. */
export const withRules = <Body extends object>(body: Body, rules: CaseRules | null) =>
  rules ? { ...body, rules } : body;

/** The rules that came with an event which begins with a lead, as facts keep them. */
export const rulesFrom = (
  facts: CaseFacts,
  event: CaseEvent<{ readonly rules?: CaseRules | undefined }>,
): Pick<CaseFacts, 'rules'> => (event.body.rules ? { rules: { ...event.body.rules, ...stampOf(facts, event) } } : {});

/**
 * From here on the case is decided under this rule set of its lead, which the event holds whole: a history needs nothing
 * beside it to be decided again. The clock sends it to each live case once a rule set is in force.
 */
export const rulesAdopted = defineTime('rules.adopted', {
  label: { ja: '組織の新しいルールが適用された', en: 'New rules of the organisation apply' },
  category: 'plan',
  body: caseRules.shape,
  objection: (facts, { body: { lead, version } }) => {
    if (facts.lead !== lead)
      return {
        code: 'rules.otherLead',
        text: { ja: 'このケースの主担当は別の組織です。', en: 'Another organisation leads this case.' },
      };
    // The clock may send it twice, or, of two clocks, an older one late.
    return facts.rules?.lead === lead && facts.rules.version >= version
      ? {
          code: 'rules.known',
          text: { ja: 'このルールはすでに適用されています。', en: 'These rules apply already.' },
        }
      : null;
  },
  // Where the acceptance of the lead is corrected afterwards, what its house adopted since goes with it.
  record: (facts, event) =>
    facts.lead === event.body.lead ? { ...facts, rules: { ...event.body, ...stampOf(facts, event) } } : facts,
});

/** Events with which a case comes by rules: what is asked for to know which it had when. */
export const bringingRules = ['case.registered', 'lead.accepted', 'case.reopened', rulesAdopted.type] as const;

const rulesInside = z.object({ rules: caseRules });

/** The rules that an event brought, as facts keep them from then on; null: none. */
export const rulesWith = ({ type, body }: Pick<CaseEvent, 'type' | 'body'>): CaseRules | null =>
  (type === rulesAdopted.type ? caseRules.safeParse(body).data : rulesInside.safeParse(body).data?.rules) ?? null;

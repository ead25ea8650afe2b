import { z } from 'zod';
import { type CaseEvent, defineFact, type Objection, reasonText, stampOf } from '../event.ts';
import type { CaseFacts } from '../facts.ts';
import { requirements, standingOf } from '../requirements.ts';
import type { Day } from '../vocabulary.ts';
import { neverWaived, noRequirement, reasonAsItsCondition, waiverObjection } from './may-waive.ts';

type Ask = NonNullable<CaseFacts['waiverAsks']>[number];
type About = { readonly requirementId: string };

const isOfNow = ({ entry }: CaseFacts, ask: Ask) => ask.entry === entry.seq;

/** Exceptions that were asked for in this stage and wait for an answer: gone once the condition is met or waived. */
export const openWaiverAsks = (facts: CaseFacts, on: Day): Ask[] =>
  (facts.waiverAsks ?? []).filter(
    ask => isOfNow(facts, ask) && !ask.refusedOn && standingOf(ask.requirement, facts, on).how === 'unmet',
  );

function askObjection(facts: CaseFacts, { body, by, on }: CaseEvent<About>): Objection | null {
  const requirement = requirements.get(body.requirementId);
  if (!requirement) return noRequirement;
  if (requirement.waivable === 'no') return neverWaived(requirement.id);
  if (by.org !== facts.lead)
    return {
      code: 'waiver.askLead',
      text: {
        ja: '例外を頼めるのは、主担当の組織の人だけです。',
        en: 'Only people of the lead organisation can ask for an exception.',
      },
    };
  if (standingOf(requirement.id, facts, on).how !== 'unmet')
    return {
      code: 'waiver.notMissing',
      text: { ja: 'この条件はもう満たされています。', en: 'This requirement is met already.' },
    };
  return openWaiverAsks(facts, on).some(ask => ask.requirement === requirement.id)
    ? {
        code: 'waiver.asked',
        text: {
          ja: 'この例外はもう頼んであります。返事を待っています。',
          en: 'This exception has been asked for already.',
        },
      }
    : null;
}

export const waiverAsked = defineFact('requirement.waiverAsked', {
  label: { ja: '例外の承認を頼む', en: 'Ask for an exception' },
  reading: 'れいがい の しょうにん を たのむ',
  alsoCalled: { ja: 'いらい', en: 'request' },
  told: { ja: '例外の承認を頼んだ', en: 'Exception asked for' },
  category: 'plan',
  apart: reasonAsItsCondition,
  body: { requirementId: z.string().max(60) },
  texts: reasonText,
  objection: askObjection,
  record: (facts, event) => {
    const requirement = event.body.requirementId;
    const ask = { ...stampOf(facts, event), requirement, entry: facts.entry.seq, by: event.by.membership };
    // What was asked in earlier stages is over; asked again, what was refused is asked anew.
    const others = (facts.waiverAsks ?? []).filter(other => isOfNow(facts, other) && other.requirement !== requirement);
    return { ...facts, waiverAsks: [...others, ask] };
  },
});

/** Whoever could make the exception says that there is none. */
function refusalObjection(facts: CaseFacts, event: CaseEvent<About>): Objection | null {
  const isAsked = openWaiverAsks(facts, event.on).some(({ requirement }) => requirement === event.body.requirementId);
  return (
    waiverObjection(facts, event) ??
    (isAsked
      ? null
      : {
          code: 'waiver.notAsked',
          text: { ja: 'この例外は頼まれていません。', en: 'Nobody is waiting for this exception.' },
        })
  );
}

export const waiverRefused = defineFact('requirement.waiverRefused', {
  label: { ja: '例外を断る', en: 'Refuse an exception' },
  reading: 'れいがい を ことわる',
  told: { ja: '例外を断った', en: 'Exception refused' },
  category: 'plan',
  apart: reasonAsItsCondition,
  body: { requirementId: z.string().max(60) },
  texts: reasonText,
  objection: refusalObjection,
  record: (facts, event) => {
    const { on } = stampOf(facts, event);
    const asks = (facts.waiverAsks ?? []).map(ask =>
      isOfNow(facts, ask) && ask.requirement === event.body.requirementId ? { ...ask, refusedOn: on } : ask,
    );
    return { ...facts, waiverAsks: asks };
  },
});

import { dayWords } from '@kaerimichi/rules/calendar';
import { z } from 'zod';
import { type CaseEvent, defineFact, defineMove, noteText, reasonText, shownToTeam, stampOf } from '../../event.ts';
import type { CaseFacts } from '../../facts.ts';
import { happenedOn } from '../../occurred-on.ts';
import { caseRules } from '../../rule-sets/case-rules.ts';
import { rulesFrom, withRules } from '../../rule-sets/rules-adopted.ts';

const childDied = defineMove('child.died', {
  label: { ja: '亡くなったことを記録する', en: 'Record the death' },
  reading: 'なくなった こと を きろく する',
  alsoCalled: { ja: 'しぼう、し', en: 'death' },
  told: { ja: '亡くなった', en: 'The child died' },
  form: { asks: 'grave', isFinal: true },
  category: 'clinical',
  body: { place: z.enum(['home', 'hospital', 'other']).optional() },
  texts: noteText,
  record: (facts, event) => ({ ...facts, holds: [], closing: { ...stampOf(facts, event), how: 'deceased' } }),
  effects: [{ type: 'cancel', text: { ja: 'すべての期限を取り消します', en: 'Every deadline is cancelled' } }],
});

/** Where the child goes with a closing, where the closing says so. */
const goesTo: Partial<Record<string, CaseFacts['whereabouts']>> = {
  facility: 'facility',
  transferredToHospital: 'hospital',
};

const caseClosed = defineMove('case.closed', {
  label: { ja: '途中で終了する', en: 'Close before the end' },
  reading: 'とちゅう で しゅうりょう する',
  alsoCalled: { ja: 'けーす', en: 'case' },
  told: { ja: '途中で終了した', en: 'Closed before the end' },
  form: { asks: 'grave' },
  category: 'plan',
  body: { how: z.enum(['withdrawn', 'noSupportNeeded', 'transferredToHospital', 'facility', 'movedOut']) },
  texts: reasonText,
  record: (facts, event) => {
    const { how } = event.body;
    const whereabouts = goesTo[how];
    return { ...facts, closing: { ...stampOf(facts, event), how }, ...(whereabouts ? { whereabouts } : {}) };
  },
  effects: [{ type: 'cancel', text: { ja: '残りの期限を取り消します', en: 'Remaining deadlines are cancelled' } }],
});

/** A stay, evaluation or readmission that was under way when the case was closed did not go on behind its back. */
function settled(facts: CaseFacts, event: CaseEvent<unknown>): CaseFacts {
  const { readmission: _over, ...rest } = facts;
  const ended = { status: 'ended', result: 'endedEarly', endedOn: happenedOn(event), endedSeq: event.seq } as const;
  return {
    ...rest,
    stays: facts.stays.map(stay => (stay.status === 'begun' ? { ...stay, ...ended } : stay)),
    evaluations: facts.evaluations.map(evaluation =>
      evaluation.status === 'admitted' || evaluation.status === 'evaluated'
        ? { ...evaluation, status: 'closed' as const }
        : evaluation,
    ),
  };
}

const caseReopened = defineMove('case.reopened', {
  label: { ja: 'ケースを再開する', en: 'Reopen the case' },
  reading: 'けーす を さいかい する',
  told: { ja: 'ケースを再開した', en: 'Case reopened' },
  category: 'plan',
  body: { to: z.enum(['screening', 'planning', 'followUp']), rules: caseRules.optional() },
  filledIn: ['rules'],
  complete: (_facts, { body }, rules) => withRules(body, rules),
  texts: reasonText,
  record: (facts, event) => {
    const { closing: _over, mergedInto: _other, ...rest } = settled(facts, event);
    // A child comes back to planning as an inpatient, to follow-up at home; an intake does not say where it is.
    const whereabouts = ({ planning: 'hospital', followUp: 'home', screening: facts.whereabouts } as const)[
      event.body.to
    ];
    return { ...rest, whereabouts, ...rulesFrom(facts, event) };
  },
  effects: [shownToTeam],
});

const griefContacted = defineFact('grief.contacted', {
  label: { ja: 'ご遺族に連絡した', en: 'The bereaved family was contacted' },
  reading: 'ご いぞく に れんらく した',
  alsoCalled: { ja: 'ぐりーふ けあ', en: 'grief' },
  todo: { ja: 'ご遺族に連絡する', en: 'Contact the bereaved family' },
  category: 'family',
  append: true,
  texts: noteText,
});

const griefClosed = defineFact('grief.closed', {
  label: { ja: 'グリーフケアを終えた', en: 'Bereavement care closed' },
  reading: 'ぐりーふ けあ を おえた',
  alsoCalled: { ja: 'ご いぞく', en: 'grief' },
  todo: { ja: 'グリーフケアを終える', en: 'Close the bereavement care' },
  category: 'family',
  texts: noteText,
  objection: ({ griefClosed }) => {
    if (!griefClosed) return null;
    const { ja, en } = dayWords(griefClosed.on);
    const text = {
      ja: `グリーフケアは${ja}にすでに終わっています。`,
      en: `Bereavement care was already closed on ${en}.`,
    };
    return { code: 'grief.closed', text, params: { on: griefClosed.on } };
  },
  record: (facts, event) => ({ ...facts, griefClosed: stampOf(facts, event) }),
});

export const closedEvents = [childDied, caseClosed, caseReopened] as const;
/** Taken after a death only. */
export const griefEvents = [griefContacted, griefClosed] as const;

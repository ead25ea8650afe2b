import { z } from 'zod';
import { defineFact, defineMove, noteText, reasonText, stampOf } from '../../event.ts';

export const childDied = defineMove('child.died', {
  label: { ja: '亡くなった', en: 'The child died' },
  category: 'clinical',
  body: { place: z.enum(['home', 'hospital', 'other']).optional() },
  texts: noteText,
  record: (facts, event) => ({ ...facts, holds: [], closing: { ...stampOf(facts, event), how: 'deceased' } }),
  effects: [
    { type: 'cancel', text: { ja: 'すべての期限と連絡を止めます', en: 'Every deadline and reminder is stopped' } },
  ],
});

export const caseClosed = defineMove('case.closed', {
  label: { ja: '途中で終了する', en: 'Close before the end' },
  body: { how: z.enum(['withdrawn', 'noSupportNeeded', 'transferredToHospital', 'facility', 'movedOut']) },
  texts: reasonText,
  record: (facts, event) => ({ ...facts, closing: { ...stampOf(facts, event), how: event.body.how } }),
  effects: [{ type: 'cancel', text: { ja: '残りの期限を取り消します', en: 'Remaining deadlines are cancelled' } }],
});

export const caseReopened = defineMove('case.reopened', {
  label: { ja: 'ケースを再開する', en: 'Reopen the case' },
  body: { to: z.enum(['screening', 'planning', 'followUp']) },
  texts: reasonText,
  record: (facts, event) => {
    const { closing: _over, ...rest } = facts;
    // A child comes back to planning as an inpatient, to follow-up at home; an intake does not say where it is.
    const whereabouts = ({ planning: 'hospital', followUp: 'home', screening: facts.whereabouts } as const)[
      event.body.to
    ];
    return { ...rest, whereabouts };
  },
  effects: [{ type: 'notify', text: { ja: '支援チームに知らせます', en: 'The team is told' } }],
});

export const griefContacted = defineFact('grief.contacted', {
  label: { ja: 'ご遺族に連絡した', en: 'The bereaved family was contacted' },
  category: 'family',
  append: true,
  texts: noteText,
});

export const griefClosed = defineFact('grief.closed', {
  label: { ja: 'グリーフケアを終えた', en: 'Bereavement care closed' },
  category: 'family',
  texts: noteText,
  record: (facts, event) => ({ ...facts, griefClosed: stampOf(facts, event) }),
});

export const closedEvents = [childDied, caseClosed, caseReopened, griefContacted, griefClosed] as const;

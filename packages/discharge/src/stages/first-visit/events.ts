import { z } from 'zod';
import { about, isFilled } from '../../about.ts';
import { type CaseEvent, changeItem, defineFact, defineMove, noteText, type Objection } from '../../event.ts';
import type { CaseFacts } from '../../facts.ts';
import { happenedOn } from '../../occurred-on.ts';
import { itemId } from '../../vocabulary.ts';

const side = z.enum(['hospital', 'station']).describe('hospital: 同行した病院の看護師、station: 訪問看護師');

/** The lead speaks for the hospital, whoever else takes part for the station. */
function sideObjection(facts: CaseFacts, { body, by }: CaseEvent<{ side: z.infer<typeof side> }>): Objection | null {
  return (body.side === 'hospital') === (by.org === facts.lead)
    ? null
    : {
        code: 'visit.side',
        text: { ja: '記録と署名は、自分の側の分だけができます。', en: 'Each side records and signs for itself.' },
      };
}

const visitRecorded = defineFact('visit.recorded', {
  label: { ja: '訪問を記録する', en: 'Record a visit' },
  reading: 'ほうもん を きろく する',
  told: { ja: '訪問を記録した', en: 'Visit recorded' },
  category: 'clinical',
  append: true,
  body: { visitId: itemId, side, differences: z.int().min(0).max(50).describe('退院時と違ったところの数') },
  texts: { findings: { label: { ja: '記録', en: 'Findings' }, required: true, maxLength: 20_000 } },
  about: about('visits', 'visitId'),
  objection: sideObjection,
  record: (facts, event) => {
    const { visitId, differences } = event.body;
    const visit = facts.visits.find(other => other.id === visitId);
    const recordedBy = [...new Set([...(visit?.recordedBy ?? []), event.body.side])];
    const openDifferences = Math.min((visit?.openDifferences ?? 0) + differences, 999);
    return {
      ...facts,
      visits: changeItem(facts.visits, visitId, { recordedBy, openDifferences, differencesOn: happenedOn(event) }),
    };
  },
});

const visitSigned = defineFact('visit.signed', {
  label: { ja: '訪問の記録に署名する', en: 'Sign the visit' },
  reading: 'ほうもん の きろく に しょめい する',
  told: { ja: '訪問の記録に署名した', en: 'Visit signed' },
  category: 'clinical',
  body: { visitId: itemId, side },
  about: about(
    'visits',
    'visitId',
    isFilled('recordedBy', {
      code: 'visit.unrecorded',
      text: { ja: 'まだ訪問の記録がありません。', en: 'The visit is not recorded yet.' },
    }),
  ),
  objection: sideObjection,
  record: (facts, event) => {
    const signed = facts.visits.find(visit => visit.id === event.body.visitId)?.signedBy ?? [];
    return {
      ...facts,
      visits: changeItem(facts.visits, event.body.visitId, {
        signedBy: [...new Set([...signed, event.body.side])],
        signedOn: happenedOn(event),
      }),
    };
  },
});

const differenceResolved = defineFact('difference.resolved', {
  label: { ja: '退院時との違いを解決した', en: 'A difference is resolved' },
  reading: 'たいいんじ と の ちがい を かいけつ した',
  todo: { ja: '退院時との違いを解決する', en: 'Resolve the difference' },
  category: 'clinical',
  body: { visitId: itemId, resolved: z.int().min(1).max(999).describe('解決した数') },
  texts: noteText,
  about: about(
    'visits',
    'visitId',
    isFilled('openDifferences', {
      code: 'visit.noDifference',
      text: { ja: '解決していない違いはありません。', en: 'No difference is open.' },
    }),
  ),
  record: (facts, event) => {
    const open = facts.visits.find(visit => visit.id === event.body.visitId)?.openDifferences ?? 0;
    return {
      ...facts,
      visits: changeItem(facts.visits, event.body.visitId, {
        openDifferences: Math.max(0, open - event.body.resolved),
        differencesOn: happenedOn(event),
      }),
    };
  },
});

const firstVisitClosed = defineMove('firstVisit.closed', {
  label: { ja: '初回訪問を終え、在宅支援へ進める', en: 'Close the first visit, go on to home support' },
  reading: 'しょかい ほうもん を おえ ざいたく しえん へ すすめる',
  told: { ja: '初回訪問を終え、在宅支援へ進めた', en: 'First visit closed, moved to home support' },
  category: 'plan',
  record: (facts, event) => ({
    ...facts,
    handoffs: facts.handoffs.map(handoff =>
      handoff.status === 'accepted' || handoff.status === 'acceptedWithConditions'
        ? { ...handoff, status: 'closed' as const, closedOn: event.on }
        : handoff,
    ),
  }),
  effects: [
    {
      type: 'notify',
      text: { ja: '引き継ぎを終えたことが双方の画面に表示されます', en: 'Both ends see that the handoff is closed' },
    },
  ],
});

export const firstVisitEvents = [visitRecorded, visitSigned, differenceResolved, firstVisitClosed] as const;

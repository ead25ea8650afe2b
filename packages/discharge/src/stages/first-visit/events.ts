import { z } from 'zod';
import { about, isFilled } from '../../about.ts';
import { changeItem, defineFact, defineMove, noteText, type Objection } from '../../event.ts';
import { repeatedIn } from '../../faults.ts';
import { happenedOn } from '../../occurred-on.ts';
import { itemId } from '../../vocabulary.ts';
import type { VisitArea } from './visit-area-list.ts';
import { visitArea } from './visit-areas.ts';
import { side, sideObjection, versionsOf, visitRecorded } from './visit-recorded.ts';
import { visitMissingAnswered, visitVersionChosen } from './visit-replies.ts';

const chooseFirst = {
  code: 'visit.twoVersions',
  text: {
    ja: '自分の側の記録が2つあります。どちらを使うか決めてから署名してください。',
    en: 'There are two records of this side. Choose which holds before signing.',
  },
  fix: 'visit.versionChosen',
};

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
  objection: (facts, event) => {
    const visit = facts.visits.find(({ id }) => id === event.body.visitId);
    const fill = { visitId: event.body.visitId, side: event.body.side };
    const isTwice = visit !== undefined && versionsOf(visit, event.body.side).length > 1;
    return [sideObjection(facts, event), isTwice ? { ...chooseFirst, fill } : null];
  },
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
  body: {
    visitId: itemId,
    resolved: z.int().min(1).max(999).describe('解決した数'),
    resolvedAreas: z.array(visitArea).min(1).max(5).optional().describe('解決した項目'),
  },
  faults: sent => repeatedIn(sent, 'resolvedAreas'),
  texts: noteText,
  about: about(
    'visits',
    'visitId',
    isFilled('openDifferences', {
      code: 'visit.noDifference',
      text: { ja: '解決していない違いはありません。', en: 'No difference is open.' },
    }),
  ),
  objection: (facts, { body: { visitId, resolved, resolvedAreas } }) =>
    whichObjection(facts.visits.find(({ id }) => id === visitId)?.differing ?? [], { resolved, resolvedAreas }),
  record: (facts, event) => {
    const { visitId, resolved, resolvedAreas = [] } = event.body;
    const visit = facts.visits.find(({ id }) => id === visitId);
    const differing = visit?.differing?.filter(area => !resolvedAreas.includes(area));
    return {
      ...facts,
      visits: changeItem(facts.visits, visitId, {
        openDifferences: Math.max(0, (visit?.openDifferences ?? 0) - resolved),
        differencesOn: happenedOn(event),
        ...(differing ? { differing } : {}),
      }),
    };
  },
});

/** Differences that are known by what they are about are resolved by that, and counted so. */
function whichObjection(
  differing: readonly VisitArea[],
  { resolved, resolvedAreas }: { readonly resolved: number; readonly resolvedAreas?: readonly VisitArea[] | undefined },
): Objection | null {
  if (differing.length === 0 && !resolvedAreas) return null;
  if (resolvedAreas?.length === resolved && resolvedAreas.every(area => differing.includes(area))) return null;
  return {
    code: 'visit.whichDifference',
    text: {
      ja: '開いている違いのうち、どれを解決したかを選んでください。',
      en: 'Say which of the open differences are resolved.',
    },
  };
}

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

export const firstVisitEvents = [
  visitRecorded,
  visitVersionChosen,
  visitMissingAnswered,
  visitSigned,
  differenceResolved,
  firstVisitClosed,
] as const;

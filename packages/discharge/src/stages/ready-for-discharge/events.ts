import { addMonths, legalAge } from '@kaerimichi/rules/calendar';
import { z } from 'zod';
import { defineFact, defineMove, noteText, putItem, reasonText, stampOf } from '../../event.ts';
import type { CaseFacts } from '../../facts.ts';
import { keepRecent } from '../../keep-recent.ts';
import { day, itemId } from '../../vocabulary.ts';

const ORDER_MONTHS = 6;

const orderIssued = defineFact('order.issued', {
  label: { ja: '訪問看護指示書を交付した', en: 'Home nursing order issued' },
  reading: 'ほうもん かんご しじしょ を こうふ した',
  todo: { ja: '訪問看護指示書を交付する', en: 'Issue the home nursing order' },
  form: { knows: 'nursingOrder' },
  category: 'clinical',
  body: { from: day, until: day.describe('6か月以内') },
  period: ['from', 'until'],
  texts: noteText,
  // C007: six months, first and last day included (06-10 to 12-09).
  objection: (_facts, { body: { from, until } }) =>
    until < addMonths(from, ORDER_MONTHS)
      ? null
      : {
          code: 'order.tooLong',
          text: {
            ja: '訪問看護指示書の有効期間は6か月以内です。',
            en: 'A home nursing order is valid for six months at most.',
          },
        },
  record: (facts, event) => ({ ...facts, nursingOrder: { ...stampOf(facts, event), ...event.body } }),
});

const dischargeOrdered = defineFact('discharge.ordered', {
  label: { ja: '退院を指示する(医師)', en: 'Order the discharge (doctor)' },
  reading: 'たいいん を しじ する いし',
  told: { ja: '医師が退院を指示した', en: 'Doctor ordered the discharge' },
  category: 'clinical',
  body: { dischargeOn: day.optional() },
  texts: noteText,
  record: (facts, event) => {
    const stamp = stampOf(facts, event);
    const { dischargeOn } = event.body;
    return {
      ...facts,
      dischargeOrder: stamp,
      ...(dischargeOn ? { dischargeDay: { ...stamp, day: dischargeOn } } : {}),
    };
  },
});

const conditionAssessed = defineFact('condition.assessed', {
  label: { ja: '状態が安定しているか判断する(医師)', en: 'Assess whether the condition is stable (doctor)' },
  reading: 'じょうたい が あんてい して いる か はんだん する いし',
  told: { ja: '医師が状態の安定を判断した', en: 'Doctor assessed the condition' },
  category: 'clinical',
  body: { stable: z.boolean() },
  texts: noteText,
  record: (facts, event) => {
    const { conditionStable: _before, ...rest } = facts;
    return event.body.stable ? { ...rest, conditionStable: stampOf(facts, event) } : rest;
  },
});

const medicationTranscribed = defineFact('medication.transcribed', {
  label: { ja: '処方・栄養の指示を書き写して確認した', en: 'Medication and nutrition orders transcribed' },
  reading: 'しょほう えいよう の しじ を かきうつして かくにん した',
  alsoCalled: { ja: 'くすり', en: 'medicines, feeding' },
  todo: { ja: '処方・栄養の指示を書き写して確認する', en: 'Transcribe and check medication and nutrition orders' },
  category: 'clinical',
  texts: noteText,
  record: (facts, event) => ({ ...facts, medicationTranscribed: stampOf(facts, event) }),
});

const outpatientDated = defineFact('outpatient.dated', {
  label: { ja: '初回外来の日を決める', en: 'Date the first outpatient visit' },
  reading: 'しょかい がいらい の ひ を きめる',
  alsoCalled: { ja: 'じゅしん', en: 'clinic' },
  told: { ja: '初回外来の日を決めた', en: 'First outpatient visit dated' },
  category: 'plan',
  body: { visitOn: day },
  texts: noteText,
  record: (facts, event) => ({ ...facts, outpatient: { ...stampOf(facts, event), day: event.body.visitOn } }),
});

const municipalityInformed = defineFact('municipality.informed', {
  label: { ja: '市町村・保健師に知らせた', en: 'Municipality informed' },
  reading: 'しちょうそん ほけんし に しらせた',
  alsoCalled: { ja: 'やくしょ', en: 'town, public health nurse' },
  todo: { ja: '市町村・保健師に知らせる', en: 'Inform the municipality' },
  category: 'plan',
  texts: noteText,
  record: (facts, event) => ({ ...facts, municipalityInformed: stampOf(facts, event) }),
});

const schoolInformed = defineFact('school.informed', {
  label: { ja: '学校・園に知らせた', en: 'School informed' },
  reading: 'がっこう えん に しらせた',
  alsoCalled: { ja: 'ほいくえん、ようちえん', en: 'nursery' },
  todo: { ja: '学校・園に知らせる', en: 'Inform the school' },
  category: 'plan',
  texts: noteText,
  record: (facts, event) => ({ ...facts, schoolInformed: stampOf(facts, event) }),
});

type Visit = CaseFacts['visits'][number];

/** Signed by whoever was there: nobody signs it any more. */
const isSigned = ({ accompanied, signedBy }: Visit) => signedBy.length === (accompanied ? 2 : 1);

/** Regular visits that may still be signed when newer ones are planned: two weeks of weekly visits. */
const SIGNED_LATE = 2;

/** B007-2: five after each discharge. */
const MOST_AFTER_DISCHARGE = 5;

/** Which of the visits after this discharge it is: counted on, also where earlier ones are no longer in the facts. */
function nthAfterDischarge({ visits, round }: CaseFacts, id: string): number {
  const before = visits.filter(visit => visit.kind === 'postDischarge' && visit.round === round);
  return before.find(visit => visit.id === id)?.nth ?? 1 + Math.max(before.length, ...before.map(({ nth = 0 }) => nth));
}

const visitPlanned = defineFact('visit.planned', {
  label: { ja: '訪問の日を決める', en: 'Date a visit' },
  reading: 'ほうもん の ひ を きめる',
  told: { ja: '訪問の日を決めた', en: 'Visit dated' },
  category: 'plan',
  item: { field: 'visitId', isNew: 'always' },
  body: {
    visitId: itemId,
    visitKind: z.enum(['first', 'postDischarge', 'regular']),
    plannedOn: day,
    accompanied: z.boolean().describe('病院の看護師が同行するか'),
  },
  texts: noteText,
  objection: (facts, { body }) => [
    facts.visits.some(visit => visit.id === body.visitId && visit.recordedBy.length > 0)
      ? { code: 'item.state', text: { ja: 'その訪問は記録済みです。', en: 'That visit is already recorded.' } }
      : null,
    body.visitKind === 'postDischarge' && nthAfterDischarge(facts, body.visitId) > MOST_AFTER_DISCHARGE
      ? {
          code: 'visit.tooMany',
          text: {
            ja: '退院後訪問は退院のたびに5回までです。6回目からは「定期の訪問」にしてください。',
            en: 'There are five post-discharge visits after each discharge. Make further ones regular visits.',
          },
        }
      : null,
  ],
  record: (facts, event) => {
    const { visitId, visitKind, plannedOn, accompanied } = event.body;
    const nth = visitKind === 'postDischarge' ? nthAfterDischarge(facts, visitId) : 1;
    const visit = { ...stampOf(facts, event), id: visitId, kind: visitKind, plannedOn, accompanied };
    const visits = putItem(facts.visits, {
      ...visit,
      ...(nth > 1 ? { nth } : {}),
      ...{ recordedBy: [], signedBy: [], openDifferences: 0 },
    });
    const isOver = (other: Visit) =>
      other.round < facts.round ||
      (other.kind !== 'first' && other.recordedBy.length > 0 && other.openDifferences === 0);
    const unsigned = keepRecent(visits, other => isOver(other) && isSigned(other));
    return { ...facts, visits: keepRecent(unsigned, isOver, SIGNED_LATE) };
  },
});

const dischargeDone = defineMove('discharge.done', {
  label: { ja: '退院を記録する', en: 'Record the discharge' },
  reading: 'たいいん を きろく する',
  told: { ja: '退院した', en: 'Discharged' },
  form: { asks: 'grave' },
  category: 'plan',
  body: { destination: z.enum(['home', 'facility']) },
  texts: noteText,
  record: (facts, event) => {
    const stamp = stampOf(facts, event);
    const at15OrOlder = facts.bornOn !== undefined && (legalAge(facts.bornOn, stamp.on) ?? 0) >= 15;
    return {
      ...facts,
      whereabouts: event.body.destination,
      discharged: { ...stamp, day: stamp.on, to: event.body.destination, at15OrOlder },
    };
  },
  effects: [
    {
      type: 'notify',
      text: {
        ja: '退院が支援チームのボードにすぐ表示されます',
        en: 'The discharge shows at once on the boards of the team',
      },
    },
    {
      type: 'arm',
      text: { ja: '初回訪問と1・3・6か月の期限を設定します', en: 'First visit and months 1, 3 and 6 become deadlines' },
    },
  ],
});

const dischargePostponed = defineMove('discharge.postponed', {
  label: { ja: '退院を延期し、準備へ戻す', en: 'Postpone, back to preparation' },
  reading: 'たいいん を えんき し じゅんび へ もどす',
  told: { ja: '退院を延期し、準備へ戻した', en: 'Discharge postponed, back to preparation' },
  todo: { ja: '退院を延期し、準備へ戻す', en: 'Postpone the discharge and go back to preparation' },
  category: 'plan',
  texts: reasonText,
  // The order, the day and the doctor's judgement were made for that day: none of them survives.
  record: facts => {
    const { dischargeOrder: _order, dischargeDay: _day, conditionStable: _stable, ...rest } = facts;
    return rest;
  },
  effects: [
    {
      type: 'cancel',
      text: { ja: '退院の指示・予定日・安定の判断を取り消します', en: 'Order, day and judgement are void' },
    },
  ],
});

export const readyForDischargeEvents = [
  orderIssued,
  dischargeOrdered,
  conditionAssessed,
  medicationTranscribed,
  outpatientDated,
  municipalityInformed,
  schoolInformed,
  visitPlanned,
  dischargeDone,
  dischargePostponed,
] as const;

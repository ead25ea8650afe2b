import { dayWords } from '@kaerimichi/rules/calendar';
import { z } from 'zod';
import { about, isEmpty } from '../../about.ts';
import { toldBy } from '../../consent.ts';
import {
  changeItem,
  defineFact,
  defineMove,
  mustBeNew,
  noteText,
  type Objection,
  putItem,
  shownToTeam,
  stampOf,
} from '../../event.ts';
import type { CaseFacts } from '../../facts.ts';
import { repeatedIn } from '../../faults.ts';
import { keepRecent } from '../../keep-recent.ts';
import { type Day, day, giver, grantable, itemId } from '../../vocabulary.ts';
import { aloneObjection, giverFaults } from './consent-givers.ts';
import { rememberTold } from './remember-told.ts';

const interviewHeld = defineFact('interview.held', {
  label: { ja: '家族と面談した', en: 'Family interview held' },
  reading: 'かぞく と めんだん した',
  todo: { ja: '家族と面談する', en: 'Hold the family interview' },
  category: 'family',
  body: {
    outcome: z.enum(['held', 'attempted']).describe('attempted: 連絡がつかず、試みだけを記録'),
    interpreter: z.boolean().optional(),
    childPresent: z.boolean().optional(),
  },
  texts: noteText,
  record: (facts, event) => {
    const { outcome } = event.body;
    const before = facts.interview?.round === facts.round ? facts.interview : undefined;
    const attempts = (before?.attempts ?? 0) + 1;
    // A call that finds nobody does not undo the talk that was held.
    if (before?.outcome === 'held' && outcome === 'attempted') return { ...facts, interview: { ...before, attempts } };
    return { ...facts, interview: { ...stampOf(facts, event), outcome, attempts } };
  },
});

const wishRecorded = defineFact('wish.recorded', {
  label: { ja: '本人・家族の意向を記録する', en: "Record the child's and family's wish" },
  reading: 'ほんにん かぞく の いこう を きろく する',
  alsoCalled: { ja: 'きもち、のぞみ', en: 'hope' },
  told: { ja: '本人・家族の意向を記録した', en: "Child's and family's wish recorded" },
  category: 'family',
  body: {
    wish: z.enum(['home', 'endOfLifeAtHome', 'facility', 'otherHospital', 'undecided']),
    childsOwnView: z.boolean().optional(),
  },
  texts: noteText,
  record: (facts, event) => ({ ...facts, wish: { ...stampOf(facts, event), wish: event.body.wish } }),
});

type Shared = {
  readonly scope: string;
  readonly recipient?: string | undefined;
  readonly categories: readonly string[];
};

/** Against sharing with nobody, nothing, or those who have it all; while the lead is offered, it may be the next partner. */
function recipientObjections(facts: CaseFacts, { scope, recipient, categories }: Shared): Objection[] {
  if (scope !== 'recipient') return [];
  const faults: Objection[] = [];
  if (!recipient)
    faults.push({
      code: 'consent.recipient',
      text: { ja: '共有する相手先を選んでください。', en: 'Choose the recipient.' },
    });
  if (recipient === facts.lead && !facts.leadOffered)
    faults.push({
      code: 'consent.lead',
      text: {
        ja: '主担当の組織との共有に、同意の記録はいりません。ほかの相手先を選んでください。',
        en: 'Nothing is recorded to share with the lead organisation. Choose another recipient.',
      },
      params: { recipient },
    });
  if (categories.length === 0)
    faults.push({
      code: 'consent.categories',
      text: { ja: '共有する内容を選んでください。', en: 'Choose what is shared.' },
    });
  return faults;
}

const consentRecorded = defineFact('consent.recorded', {
  label: { ja: '同意を記録する', en: 'Record consent' },
  reading: 'どうい を きろく する',
  told: { ja: '同意を記録した', en: 'Consent recorded' },
  form: { beginsToday: 'from' },
  category: 'family',
  item: { field: 'consentId', isNew: 'always' },
  body: {
    consentId: itemId,
    scope: z.enum(['hospital', 'recipient']).describe('hospital: 退院支援を受けること、recipient: 相手先への情報共有'),
    recipient: itemId.optional(),
    categories: z.array(grantable).max(grantable.options.length).describe('要保護の情報は同意では共有されない'),
    purpose: z.enum(['care', 'welfare', 'school', 'disaster', 'programme']),
    from: day,
    until: day.optional(),
    givers: z.array(giver).min(1).max(6),
    jointly: z.boolean().optional().describe('共同親権のとき、共同での同意か'),
    method: z.enum(['paper', 'electronic', 'oral']),
  },
  period: ['from', 'until'],
  faults: sent => [...repeatedIn(sent, 'categories'), ...giverFaults(sent)],
  texts: {
    jointlyReason: { label: { ja: '共同または単独とした理由', en: 'Why jointly or alone' }, maxLength: 1000 },
    ...noteText,
  },
  objection: (facts, event) => [
    ...recipientObjections(facts, event.body),
    aloneObjection(facts, event),
    mustBeNew(facts.consents, event.body.consentId),
  ],
  record: (facts, event) => {
    const { consentId, scope, recipient, categories, purpose, from, until } = event.body;
    const consent = {
      ...stampOf(facts, event),
      id: consentId,
      scope,
      categories,
      purpose,
      from,
      ...(recipient ? { recipient } : {}),
      ...(until ? { until } : {}),
    };
    return { ...facts, ...withoutEnded(facts, putItem(facts.consents, consent), event.on) };
  },
});

/** The consents without those that ended long ago, and the organisations that such a one had told who the child is. */
function withoutEnded(facts: CaseFacts, consents: CaseFacts['consents'], on: Day) {
  const kept = keepRecent(consents, ({ withdrawnOn, lapsedOn }) => Boolean(withdrawnOn ?? lapsedOn));
  const told = consents.flatMap(consent => (kept.includes(consent) ? [] : (toldBy(consent, on) ?? [])));
  return { consents: kept, ...rememberTold(facts, told) };
}

const consentWithdrawn = defineFact('consent.withdrawn', {
  label: { ja: '同意を取り消す', en: 'Withdraw consent' },
  reading: 'どうい を とりけす',
  alsoCalled: { ja: 'てっかい', en: 'revoke' },
  told: { ja: '同意を取り消した', en: 'Consent withdrawn' },
  form: { asks: 'grave' },
  category: 'family',
  byTwo: true,
  body: { consentId: itemId },
  texts: noteText,
  about: about(
    'consents',
    'consentId',
    isEmpty('withdrawnOn', ({ id, withdrawnOn }) => {
      const { ja, en } = dayWords(String(withdrawnOn));
      const text = {
        ja: `この同意は${ja}にすでに取り消されています。`,
        en: `This consent was already withdrawn on ${en}.`,
      };
      return { code: 'consent.withdrawn', text, params: { id, on: withdrawnOn } };
    }),
  ),
  record: (facts, event) => ({
    ...facts,
    consents: changeItem(facts.consents, event.body.consentId, { withdrawnOn: event.occurredOn ?? event.on }),
  }),
});

const interviewCompleted = defineMove('interview.completed', {
  label: { ja: '退院支援計画へ進める', en: 'Go on to planning' },
  reading: 'たいいん しえん けいかく へ すすめる',
  told: { ja: '退院支援計画へ進めた', en: 'Moved to planning' },
  category: 'plan',
  effects: [shownToTeam],
});

export const familyInterviewEvents = [
  interviewHeld,
  wishRecorded,
  consentRecorded,
  consentWithdrawn,
  interviewCompleted,
] as const;

import { missingForLead } from '../consent.ts';
import { type CaseEvent, defineFact, type NotYet, noteText, stampOf } from '../event.ts';
import type { CaseFacts } from '../facts.ts';
import { sideToMove } from '../handoff/turn.ts';
import { caseRules } from '../rule-sets/case-rules.ts';
import { rulesFrom, withRules } from '../rule-sets/rules-adopted.ts';
import { itemId } from '../vocabulary.ts';

const leadOffered = defineFact('lead.offered', {
  label: { ja: '主担当を引き継いでもらう', en: 'Offer the lead' },
  reading: 'しゅたんとう を ひきついで もらう',
  told: { ja: '主担当の引き継ぎを頼んだ', en: 'Lead offered' },
  form: { asks: 'outgoing' },
  category: 'plan',
  body: { organisation: itemId },
  texts: noteText,
  objection: (facts, event) => {
    if (event.by.org !== facts.lead)
      return { code: 'lead.only', text: { ja: '主担当の組織だけができます。', en: 'Only the lead organisation can.' } };
    return event.body.organisation === facts.lead
      ? { code: 'lead.already', text: { ja: 'すでに主担当です。', en: 'That organisation is the lead already.' } }
      : null;
  },
  record: (facts, event) => ({ ...facts, leadOffered: { ...stampOf(facts, event), org: event.body.organisation } }),
});

/** The lead sees everything: nobody becomes it whom the family has not agreed to share with (people.md). */
function leadConsentObjection(facts: CaseFacts, { by, on }: CaseEvent): NotYet | null {
  if (missingForLead(facts, by.org, on).length === 0) return null;
  return {
    code: 'lead.consent',
    text: {
      ja: '新しい主担当への情報共有について、ご家族の同意がまだそろっていません。目的は「治療・看護の引き継ぎ」、内容は少なくとも「連絡先」「診療要約」「計画・会議」です。いまの主担当が「同意を記録する」で記録します。',
      en: 'The family’s consent to share with the new lead is not recorded in full yet: for the handover of care, with at least contacts, the clinical summary, and plan and minutes. The present lead records it under “Record consent”.',
    },
    params: { recipient: by.org },
    fix: 'consent.recorded',
    fill: { scope: 'recipient', recipient: by.org, purpose: 'care' },
    turn: { org: facts.lead, role: 'dischargeNurse', since: facts.leadOffered?.on ?? on },
  };
}

/**
 * A handoff to whoever takes the lead is decided before: hospital to hospital it is the same loop, and once the receiver
 * leads there is nobody left on the other side to answer its questions.
 */
function leadHandoffObjection({ handoffs }: CaseFacts, { by, on }: CaseEvent): NotYet | null {
  const open = handoffs.find(({ org, status }) => org === by.org && status !== 'draft' && sideToMove(status) !== null);
  if (!open) return null;
  return {
    code: 'lead.handoffOpen',
    text: {
      ja: '受け取った引き継ぎの返事がまだです。引き継ぎを読んで返事をしてから、主担当を引き受けてください。',
      en: 'The handoff that was sent to you is not answered yet: read and answer it, then accept the lead.',
    },
    params: { handoffId: open.id },
    fix: 'handoff.accepted',
    fill: { handoffId: open.id },
    turn: { org: by.org, role: by.role === 'system' ? 'dischargeNurse' : by.role, since: open.sentOn ?? on },
  };
}

/** With the lead what was handed over to the new one is its own; what it owed nobody any more ends. */
const settledFor = ({ handoffs }: CaseFacts, org: string): Pick<CaseFacts, 'handoffs'> => ({
  handoffs: handoffs.map(handoff =>
    handoff.org === org && (handoff.status === 'accepted' || handoff.status === 'acceptedWithConditions')
      ? { ...handoff, status: 'closed' as const }
      : handoff,
  ),
});

const leadAccepted = defineFact('lead.accepted', {
  label: { ja: '主担当を引き受ける', en: 'Accept the lead' },
  reading: 'しゅたんとう を ひきうける',
  told: { ja: '主担当を引き受けた', en: 'Lead accepted' },
  form: { asks: 'outgoing' },
  category: 'plan',
  body: { rules: caseRules.optional() },
  filledIn: ['rules'],
  complete: (_facts, { body }, rules) => withRules(body, rules),
  texts: noteText,
  objection: (facts, event) =>
    facts.leadOffered?.org === event.by.org
      ? [leadConsentObjection(facts, event), leadHandoffObjection(facts, event)]
      : { code: 'lead.notOffered', text: { ja: '主担当の申し出がありません。', en: 'The lead was not offered.' } },
  record: (facts, event) => {
    const { leadOffered: _offer, rules: _before, ...rest } = facts;
    return { ...rest, ...settledFor(facts, event.by.org), lead: event.by.org, ...rulesFrom(facts, event) };
  },
});

export const leadEvents = [leadOffered, leadAccepted] as const;

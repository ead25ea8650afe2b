import { z } from 'zod';
import {
  defineFact,
  defineMove,
  defineTime,
  mustBe,
  mustBeNew,
  noteText,
  putItem,
  reasonText,
  stampOf,
} from '../event.ts';
import { day, holdCode, itemId, whereaboutsPlaces } from '../vocabulary.ts';

export const holdAdded = defineFact('hold.added', {
  label: { ja: '止まっている理由を加える', en: 'Add a hold reason' },
  body: { holdId: itemId, code: holdCode, owner: itemId.optional(), recheckOn: day.describe('次の確認') },
  texts: noteText,
  objection: (facts, event) => mustBeNew(facts.holds, event.body.holdId),
  record: (facts, event) => {
    const { holdId, code, owner, recheckOn } = event.body;
    const hold = { ...stampOf(facts, event), id: holdId, code, recheckOn, ...(owner ? { owner } : {}) };
    return { ...facts, holds: putItem(facts.holds, hold) };
  },
});

export const holdRemoved = defineFact('hold.removed', {
  label: { ja: '止まっている理由をはずす', en: 'Remove a hold reason' },
  body: { holdId: itemId },
  texts: noteText,
  objection: (facts, event) => mustBe(facts.holds, event.body.holdId),
  record: (facts, event) => ({ ...facts, holds: facts.holds.filter(hold => hold.id !== event.body.holdId) }),
});

export const noteAdded = defineFact('note.added', {
  label: { ja: '書き込む', en: 'Write a note' },
  append: true,
  texts: { note: { label: { ja: '内容', en: 'Text' }, required: true, maxLength: 8000 } },
});

export const whereaboutsRecorded = defineFact('whereabouts.recorded', {
  label: { ja: 'いまいる場所を記録する', en: 'Record where the child is' },
  body: { place: z.enum(whereaboutsPlaces) },
  record: (facts, event) => ({ ...facts, whereabouts: event.body.place }),
});

export const requirementWaived = defineFact('requirement.waived', {
  label: { ja: '例外として認める', en: 'Waive a requirement' },
  body: { requirementId: z.string().max(60) },
  texts: reasonText,
  record: (facts, event) => {
    const as = event.by.role === 'doctor' ? ('doctor' as const) : ('headNurse' as const);
    const waiver = {
      ...stampOf(facts, event),
      requirement: event.body.requirementId,
      entry: facts.entry.seq,
      by: event.by.membership,
      as,
    };
    return { ...facts, waivers: [...facts.waivers.filter(other => other.entry === facts.entry.seq), waiver] };
  },
});

export const leadOffered = defineFact('lead.offered', {
  label: { ja: '主担当を引き継いでもらう', en: 'Offer the lead' },
  body: { organisation: itemId },
  texts: noteText,
  objection: (facts, event) =>
    event.by.org === facts.lead
      ? null
      : { code: 'lead.only', text: { ja: '主担当の組織だけができます。', en: 'Only the lead organisation can.' } },
  record: (facts, event) => ({ ...facts, leadOffered: { ...stampOf(facts, event), org: event.body.organisation } }),
});

export const leadAccepted = defineFact('lead.accepted', {
  label: { ja: '主担当を引き受ける', en: 'Accept the lead' },
  texts: noteText,
  objection: (facts, event) =>
    facts.leadOffered?.org === event.by.org
      ? null
      : { code: 'lead.notOffered', text: { ja: '主担当の申し出がありません。', en: 'The lead was not offered.' } },
  record: (facts, event) => {
    const { leadOffered: _offer, ...rest } = facts;
    return { ...rest, lead: event.by.org };
  },
});

/** Decided outside the chart: value, facts and deadlines become those before `seq` (decide-undo.ts). */
export const moveUndone = defineMove('move.undone', {
  label: { ja: '元に戻す', en: 'Undo' },
  body: { seq: z.int().positive() },
});

/** Decided outside the chart: nothing is removed; facts are those after corrections (decide-correction.ts). */
export const entryCorrected = defineMove('entry.corrected', {
  label: { ja: '記録を訂正する', en: 'Correct an entry' },
  body: { seq: z.int().positive() },
  texts: reasonText,
});

export const factLapsed = defineTime('fact.lapsed', {
  label: { ja: '期限が切れた', en: 'Lapsed' },
  body: { kind: z.enum(['consent', 'skill', 'order', 'entitlement']), ref: z.string().max(90) },
  record: (facts, event) => {
    const lapsedOn = event.on;
    const { kind, ref } = event.body;
    if (kind === 'order')
      return facts.nursingOrder ? { ...facts, nursingOrder: { ...facts.nursingOrder, lapsedOn } } : facts;
    if (kind === 'consent')
      return { ...facts, consents: facts.consents.map(item => (item.id === ref ? { ...item, lapsedOn } : item)) };
    if (kind === 'entitlement')
      return {
        ...facts,
        entitlements: facts.entitlements.map(item => (item.kind === ref ? { ...item, lapsedOn } : item)),
      };
    return {
      ...facts,
      skills: facts.skills.map(item => (`${item.procedure}.${item.caregiver}` === ref ? { ...item, lapsedOn } : item)),
    };
  },
});

export const everywhereEvents = [
  holdAdded,
  holdRemoved,
  noteAdded,
  whereaboutsRecorded,
  requirementWaived,
  leadOffered,
  leadAccepted,
  moveUndone,
  entryCorrected,
  factLapsed,
] as const;

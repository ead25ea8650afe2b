import { z } from 'zod';
import { defineFact, defineMove, noteText, shownToTeam, stampOf } from '../../event.ts';
import { inOrder } from '../../period.ts';
import { caseRules } from '../../rule-sets/case-rules.ts';
import { rulesFrom, withRules } from '../../rule-sets/rules-adopted.ts';
import { stageOrder } from '../../stage-order.ts';
import { careNeed, day, itemId, origin, sex } from '../../vocabulary.ts';

/** 退院困難な要因: ア–チ of A246 加算1・2 and the NICU factors of 加算3 (医科点数表 A246). */
const dischargeBarriers = [
  'malignancyOrRespiratory',
  'emergencyAdmission',
  'communication',
  'severeBehaviour',
  'poverty',
  'adlDecline',
  'toileting',
  'caregivingInsufficient',
  'medicalProcedures',
  'repeatedAdmissions',
  'malnutrition',
  'youngCarer',
  'siblingCarer',
  'familyUnreachable',
  'other',
  'congenitalAnomaly',
  'chromosomal',
  'birthWeightUnder1500',
  'neonatalAsphyxia',
  'lifeThreatening',
] as const;

const caseRegistered = defineFact('case.registered', {
  label: { ja: 'ケースを登録した', en: 'Case registered' },
  reading: 'けーす を とうろく した',
  todo: { ja: 'ケースを登録する', en: 'Register the case' },
  category: 'plan',
  apart: {
    bornOn: 'contacts',
    expectedOn: 'contacts',
    gestationWeeks: 'clinical',
    needs: 'clinical',
    reason: 'clinical',
  },
  body: {
    lead: itemId,
    bornOn: day.optional(),
    expectedOn: day.optional(),
    gestationWeeks: z.int().min(20).max(45).optional(),
    needs: z.array(careNeed).optional(),
    origin,
    draft: itemId.optional(),
    referral: itemId.optional(),
    rules: caseRules.optional(),
  },
  filledIn: ['rules'],
  complete: (_facts, { body }, rules) => withRules(body, rules),
  texts: { reason: { label: { ja: '登録の理由', en: 'Reason' }, required: true, maxLength: 1000 } },
  record: (facts, event) => {
    const { lead, bornOn, expectedOn, gestationWeeks, needs = [] } = event.body;
    return {
      ...facts,
      lead,
      needs,
      entry: { ...stampOf(facts, event), stage: 'screening' },
      ...(bornOn ? { bornOn, birthKnownOn: event.on } : {}),
      ...(expectedOn ? { expectedOn } : {}),
      ...(gestationWeeks ? { gestationWeeks } : {}),
      ...rulesFrom(facts, event),
      ...(event.body.origin === 'home' ? { whereabouts: 'home' as const } : {}),
    };
  },
});

const caseAdopted = defineMove('case.adopted', {
  label: { ja: '途中から引き継いで登録する', en: 'Adopt a case under way' },
  reading: 'とちゅう から ひきついで とうろく する',
  told: { ja: '途中から引き継いで登録した', en: 'Case adopted under way' },
  category: 'plan',
  body: {
    stage: z.enum(stageOrder),
    since: day,
    source: z.enum(['paper', 'otherSystem', 'interview']),
    stay: inOrder(
      z.strictObject({ id: itemId, from: day, to: day, stayKind: z.enum(['home', 'rehearsal']).optional() }),
      ['from', 'to'],
    ).optional(),
  },
  texts: noteText,
  record: (facts, event) => {
    const stamp = stampOf(facts, event);
    const { stage, since, stay } = event.body;
    const isAtHome =
      ['discharged', 'firstVisit', 'followUp', 'stableAtHome'].includes(stage) ||
      (stage === 'trialStay' && stay?.stayKind === 'home');
    const adopted = {
      ...facts,
      ...(isAtHome ? { whereabouts: 'home' as const } : {}),
      adopted: { ...stamp, stage, since },
    };
    if (stage !== 'trialStay') return adopted;
    const taken = { id: stay?.id ?? 'adopted', from: stay?.from ?? since, to: stay?.to ?? since };
    const begun = {
      ...stamp,
      ...taken,
      ordinal: 1,
      kind: stay?.stayKind ?? 'home',
      stationVisits: false,
      permitted: true,
      status: 'begun',
    } as const;
    return { ...adopted, stays: [...facts.stays, begun] };
  },
  objection: facts =>
    facts.adopted || facts.round > 0
      ? {
          code: 'adoption.over',
          text: { ja: '引き継ぎ登録は最初の受付でだけできます。', en: 'Adoption is possible at first intake only.' },
        }
      : null,
});

const referralReceived = defineFact('referral.received', {
  label: { ja: '依頼を受けた', en: 'Referral received' },
  reading: 'いらい を うけた',
  alsoCalled: { ja: 'しょうかい', en: 'asked' },
  todo: { ja: '受けた依頼を記録する', en: 'Record the referral' },
  category: 'plan',
  body: { source: z.enum(['ward', 'nicu', 'otherHospital', 'prenatalClinic', 'family', 'municipality', 'other']) },
  texts: noteText,
  record: (facts, event) => ({ ...facts, referral: { ...stampOf(facts, event), source: event.body.source } }),
});

/** Nobody alive was born before; an earlier year is a slip of the keyboard. */
const EARLIEST_BIRTH = '1900-01-01';

const birthRecorded = defineFact('birth.recorded', {
  label: { ja: '生年月日・在胎週数を記録する', en: 'Record birth date and weeks of gestation' },
  reading: 'せいねんがっぴ ざいたい しゅうすう を きろく する',
  alsoCalled: { ja: 'たんじょうび', en: 'birthday' },
  told: { ja: '生年月日・在胎週数を記録した', en: 'Birth date and weeks of gestation recorded' },
  category: 'contacts',
  body: { bornOn: day, gestationWeeks: z.int().min(20).max(45).optional() },
  texts: noteText,
  objection: (_facts, { body, on }) => {
    if (body.bornOn > on)
      return { code: 'birth.future', text: { ja: 'まだ来ていない日です。', en: 'The day has not come yet.' } };
    return body.bornOn < EARLIEST_BIRTH
      ? { code: 'birth.past', text: { ja: '年を確かめてください。', en: 'Check the year.' } }
      : null;
  },
  record: (facts, event) => {
    const { bornOn, gestationWeeks } = event.body;
    const birthKnownOn = bornOn === facts.bornOn ? facts.birthKnownOn : event.on;
    return {
      ...facts,
      bornOn,
      ...(birthKnownOn ? { birthKnownOn } : {}),
      ...(gestationWeeks ? { gestationWeeks } : {}),
    };
  },
  // With another day of birth the child is compared with others anew, as with another name.
  identity: known => known,
});

const nameText = (ja: string, en: string, maxLength = 40) => ({ label: { ja, en }, kind: 'line' as const, maxLength });
const kanaText = (ja: string, en: string) => ({ label: { ja, en }, kind: 'kana' as const, maxLength: 60 });

/**
 * A child may come without a name, and before it is born: what it is called is recorded when it is. The names are texts
 * of a record, and become the case's identity with the commit; a wrong one is put right by recording the right one.
 */
const childNamed = defineFact('child.named', {
  label: { ja: 'お名前・性別を記録する', en: 'Record the child’s name and sex' },
  reading: 'おなまえ せいべつ を きろく する',
  alsoCalled: { ja: 'なまえ、しめい、めいめい', en: 'called' },
  told: { ja: 'お名前・性別を記録した', en: 'The child’s name and sex recorded' },
  category: 'contacts',
  body: {
    sex: sex.optional(),
    birthOrder: z.int().min(1).max(9).optional().describe('ふたごなどのとき、何番目のお子さんか'),
  },
  texts: {
    familyName: nameText('姓', 'Family name'),
    givenName: { ...nameText('名', 'Given name'), required: true },
    familyKana: kanaText('姓のふりがな', 'Reading of the family name'),
    givenKana: kanaText('名のふりがな', 'Reading of the given name'),
  },
  // What it does not say stays.
  identity: (known, { body, texts }) => ({
    familyName: texts.familyName ?? known.familyName,
    givenName: texts.givenName ?? known.givenName,
    familyKana: texts.familyKana ?? known.familyKana,
    givenKana: texts.givenKana ?? known.givenKana,
    sex: body.sex ?? known.sex,
    birthOrder: body.birthOrder ?? known.birthOrder ?? null,
  }),
});

const factorsRecorded = defineFact('factors.recorded', {
  label: { ja: '退院困難な要因を記録する', en: 'Record discharge barriers' },
  reading: 'たいいん こんなん な よういん を きろく する',
  alsoCalled: { ja: 'りすく', en: 'risk' },
  told: { ja: '退院困難な要因を記録した', en: 'Discharge barriers recorded' },
  form: { knowsNeeds: true },
  category: 'clinical',
  body: {
    factors: z.array(z.enum(dischargeBarriers)).max(20).describe('空のときは「要因なし」'),
    rescreenOn: day.optional(),
    needs: z.array(careNeed).optional(),
  },
  texts: noteText,
  record: (facts, event) => {
    const { factors, rescreenOn, needs } = event.body;
    return {
      ...facts,
      ...(needs ? { needs } : {}),
      factors: { ...stampOf(facts, event), codes: factors, ...(rescreenOn ? { rescreenOn } : {}) },
    };
  },
});

const screeningCompleted = defineMove('screening.completed', {
  label: { ja: '家族面談へ進める', en: 'Go on to the family interview' },
  reading: 'かぞく めんだん へ すすめる',
  alsoCalled: { ja: 'すくりーにんぐ', en: 'screening' },
  told: { ja: '家族面談へ進めた', en: 'Moved to the family interview' },
  category: 'plan',
  effects: [shownToTeam],
});

export const screeningEvents = [
  caseRegistered,
  caseAdopted,
  referralReceived,
  birthRecorded,
  childNamed,
  factorsRecorded,
  screeningCompleted,
] as const;

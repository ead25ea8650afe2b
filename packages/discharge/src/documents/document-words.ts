import type { Words } from '../words.ts';

/** Kinds of documents (書類). */
export const documentKinds = [
  'dischargePlan',
  'homeNursingOrder',
  'specialNursingOrder',
  'referralLetter',
  'municipalityLetter',
  'schoolLetter',
  'nursingSummary',
  'careManual',
  'respiratoryCareSheet',
  'skillCheck',
  'trialStay',
  'thingsToDo',
  'carryCard',
  'conferenceMinutes',
  'schoolCare',
  'evacuationPlan',
  'careNotebook',
  'transitionSummary',
] as const;
type DocumentKind = (typeof documentKinds)[number];

const w = (ja: string, en: string): Words => ({ ja, en });

/** What each is called, in histories, tasks and lists as on the paper's own page. */
export const documentWords: Readonly<Record<DocumentKind, Words>> = {
  dischargePlan: w('退院支援計画書', 'Discharge support plan'),
  homeNursingOrder: w('訪問看護指示書', 'Home nursing order'),
  specialNursingOrder: w('特別訪問看護指示書', 'Special home nursing order'),
  referralLetter: w('診療情報提供書(医療機関あて)', 'Referral letter (to a doctor)'),
  municipalityLetter: w('診療情報提供書(市町村あて)', 'Information for the municipality'),
  schoolLetter: w('診療情報提供書(学校医等あて)', 'Information for the school doctor'),
  nursingSummary: w('看護サマリー', 'Nursing summary'),
  careManual: w('退院時ケアマニュアル', 'Care manual for home'),
  respiratoryCareSheet: w('在宅呼吸療法ケアシート', 'Home respiratory care sheet'),
  skillCheck: w('手技チェック表', 'Skill check sheet'),
  trialStay: w('外泊計画・記録', 'Plan and record of a stay'),
  thingsToDo: w('退院までにすること', 'To do before going home'),
  carryCard: w('携行カード', 'Carry card'),
  conferenceMinutes: w('会議の議事録', 'Minutes of a conference'),
  schoolCare: w('学校・園での医療的ケア', 'Care at school'),
  evacuationPlan: w('個別避難計画', 'Individual evacuation plan'),
  careNotebook: w('あんしんノート用の抜き出し', 'Extract for the family’s notebook'),
  transitionSummary: w('成人移行サマリー', 'Summary for adult care'),
};

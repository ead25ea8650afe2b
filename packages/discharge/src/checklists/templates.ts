import { homeGuidanceChecks } from './home-guidance.ts';
import { check, type TemplateCheck } from './template-check.ts';

export { type CheckSection, checkSections } from './template-check.ts';

/** Everything that a template may ask for, in the order in which it is shown. */
export const templateChecks = {
  planExplained: check(
    'familyReady',
    '退院支援計画書をご家族に説明する',
    'Explain the discharge plan to the family',
    'planExplained',
  ),
  skillsAlone: check(
    'familyReady',
    'ご家族の手技が「ひとりで」になる',
    'The family does every procedure alone',
    'trainingReady',
  ),
  nightCare: check(
    'familyReady',
    '夜間の吸引・体位交換をだれがするか決める',
    'Settle who gives suction and turns the child at night',
  ),
  cannulaSpare: check(
    'familyReady',
    '抜けたときの再挿入を人形で練習する',
    'Practise putting the cannula back on a mannequin',
  ),
  tubeOut: check('familyReady', '抜けたときの手順を確かめる', 'Go through what to do when the tube comes out'),
  leakCare: check('familyReady', '漏れ・皮膚トラブルのときの手当てを練習する', 'Practise care of leaks and sore skin'),
  stomaSkin: check(
    'familyReady',
    '装具の交換と皮膚の手当てを練習する',
    'Practise changing the pouch and caring for the skin',
  ),
  lowSugar: check('familyReady', '低血糖のときの手順を練習する', 'Practise what to do when the blood sugar is low'),
  exitSite: check(
    'familyReady',
    '出口部の手当てと、感染を疑うときの連絡を確かめる',
    'Go through care of the exit site and whom to call when it looks infected',
  ),
  seizureDrug: check(
    'familyReady',
    'けいれん時の薬を使う順番を練習する',
    'Practise when and how to give the seizure rescue drug',
  ),
  devicesHome: check('supplies', '機器と消耗品が自宅に届く', 'Devices and consumables are at home', 'equipmentReady'),
  circuitSpare: check(
    'supplies',
    '呼吸器の予備の回路と加温加湿の水を用意する',
    'Have a spare circuit and water for the humidifier',
  ),
  bagMask: check('supplies', '蘇生バッグをベッドのそばに置く', 'Keep a resuscitation bag by the bed'),
  cannulaBox: check(
    'supplies',
    '予備のカニューレ(同じ太さと1つ細いもの)を持たせる',
    'Give spare cannulas, the same size and one smaller',
  ),
  suctionPortable: check('supplies', '持ち運べる吸引器を用意する', 'Have a portable suction device'),
  feedingSupply: check(
    'supplies',
    '栄養剤と注入の物品の受け取り方を決める',
    'Settle how formula and feeding supplies are fetched',
  ),
  lineSupply: check(
    'supplies',
    '輸液と物品の届け先を薬局と決める',
    'Settle the delivery of infusions and supplies with the pharmacy',
  ),
  catheterSupply: check(
    'supplies',
    'カテーテルの種類・本数と受け取り方を決める',
    'Settle kind, number and supply of catheters',
  ),
  stomaSupply: check(
    'supplies',
    'ストーマ装具の種類・枚数と受け取り方を決める',
    'Settle kind, number and supply of pouches',
  ),
  dialysisSupply: check(
    'supplies',
    '透析液と物品の届け先・置き場所を決める',
    'Settle delivery and storage of dialysis fluid and supplies',
  ),
  insulinSupply: check(
    'supplies',
    'インスリン・針・測定器の受け取り方と捨て方を決める',
    'Settle supply of insulin, needles and meter, and their disposal',
  ),
  powerPlanned: check('powerSupply', '停電のときの計画を立てる', 'Plan for a power failure', 'powerPlanned'),
  batteryHours: check('powerSupply', '外部バッテリーで何時間もつか確かめる', 'Check how many hours the battery lasts'),
  powerDrill: check('powerSupply', '停電を想定して一度動かしてみる', 'Run through a power failure once'),
  powerCompany: check(
    'powerSupply',
    '電力会社に医療機器の使用を届け出る',
    'Tell the power company about the medical device',
  ),
  oxygenStore: check(
    'powerSupply',
    '酸素ボンベの本数と置き場所を決める',
    'Settle number and place of oxygen cylinders',
  ),
  oxygenFire: check('powerSupply', '火気から2m離すことをご家族と確かめる', 'Agree to keep fire two metres away'),
  stationTaught: check(
    'localCare',
    '訪問看護に機器の設定と手技を見てもらう',
    'Show settings and procedures to the visiting nurses',
  ),
  teamAnswered: check('localCare', '受け手がすべて決まる', 'Every part of the team is taken', 'communityReady'),
  outpatientDated: check(
    'localCare',
    '退院後の外来の日を決める',
    'Date the first outpatient visit',
    'firstOutpatientDated',
  ),
  exchangePlace: check('localCare', '次の交換をだれがどこでするか決める', 'Settle who changes it next, and where'),
  schemesDone: check(
    'formalities',
    '必要な制度の申請をすませる',
    'Apply for the schemes that are needed',
    'entitlementsReady',
  ),
  evacuation: check(
    'formalities',
    '避難行動要支援者の名簿について市町村に話す',
    'Talk with the municipality about the evacuation register',
  ),
  contactsBoth: check(
    'inEmergency',
    '日中と夜間の連絡先を渡す',
    'Give contacts for day and night',
    'contactsDayAndNight',
  ),
  routeAgreed: check(
    'inEmergency',
    '緊急時の連絡順と搬送先を決める',
    'Settle the emergency route',
    'emergencyRouteAgreed',
  ),
  fireService: check(
    'inEmergency',
    '消防に搬送先と機器のことを知らせる',
    'Tell the fire service about route and device',
  ),
  vendorNight: check(
    'inEmergency',
    '機器の業者の夜間の番号を機器に貼る',
    'Stick the night number of the vendor on the device',
  ),
  ...homeGuidanceChecks,
} as const satisfies Readonly<Record<string, TemplateCheck>>;
export type TemplateCheckId = keyof typeof templateChecks;

/** From which release on a template asks for something. */
type Asked = { readonly id: TemplateCheckId; readonly since: number };
const asks = (...ids: readonly TemplateCheckId[]): readonly Asked[] => ids.map(id => ({ id, since: 1 }));

/**
 * Templates by need, and one for every child; by the ids of needs, whose words they have. The last two are of guidance at home
 * (在宅指導), for what no need says: a severe heart disease, and severe motor and intellectual disabilities.
 */
export const templateIds = [
  'everyChild',
  'ventilator',
  'niv',
  'tracheostomy',
  'oxygen',
  'suction',
  'nasalTube',
  'gastrostomy',
  'centralLine',
  'catheter',
  'seizureRescue',
  'stoma',
  'dialysis',
  'insulin',
  'severeHeartDisease',
  'severeMotorIntellectual',
] as const;
export type TemplateId = (typeof templateIds)[number];
export type Templates = Readonly<Record<TemplateId, readonly Asked[]>>;

/** Raised with every change of the lists below; what a change adds says so by its `since`. */
export const templateRelease = 1;

export const checklistTemplates: Templates = {
  everyChild: asks(
    'planExplained',
    'skillsAlone',
    'teamAnswered',
    'outpatientDated',
    'schemesDone',
    'evacuation',
    'contactsBoth',
    'routeAgreed',
  ),
  ventilator: asks(
    'skillsAlone',
    'nightCare',
    'devicesHome',
    'circuitSpare',
    'bagMask',
    'powerPlanned',
    'batteryHours',
    'powerDrill',
    'powerCompany',
    'stationTaught',
    'fireService',
    'vendorNight',
  ),
  niv: asks('devicesHome', 'powerPlanned', 'batteryHours', 'stationTaught', 'vendorNight'),
  tracheostomy: asks(
    'nightCare',
    'cannulaSpare',
    'bagMask',
    'cannulaBox',
    'suctionPortable',
    'exchangePlace',
    'fireService',
  ),
  oxygen: asks('devicesHome', 'powerPlanned', 'oxygenStore', 'oxygenFire', 'vendorNight'),
  suction: asks('nightCare', 'suctionPortable', 'powerPlanned'),
  nasalTube: asks('tubeOut', 'feedingSupply', 'exchangePlace'),
  gastrostomy: asks('tubeOut', 'leakCare', 'feedingSupply', 'exchangePlace'),
  centralLine: asks('tubeOut', 'lineSupply', 'stationTaught'),
  catheter: asks('catheterSupply', 'stationTaught'),
  seizureRescue: asks('seizureDrug', 'routeAgreed'),
  stoma: asks('stomaSkin', 'stomaSupply', 'stationTaught'),
  dialysis: asks('exitSite', 'dialysisSupply', 'powerPlanned', 'stationTaught', 'routeAgreed'),
  insulin: asks('lowSugar', 'insulinSupply', 'routeAgreed'),
  severeHeartDisease: asks(
    'heartSigns',
    'heartWeight',
    'heartMedicines',
    'heartRest',
    'heartInfection',
    'heartSaturation',
    'routeAgreed',
  ),
  severeMotorIntellectual: asks(
    'bodyPosture',
    'bodySwallow',
    'bodySecretions',
    'bodySeizures',
    'bodySkin',
    'bodyTransfer',
    'bodyRespite',
    'routeAgreed',
  ),
};

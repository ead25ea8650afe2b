import { type Asked, type Condition, failed, met, needs, review, type Verdict } from './condition.ts';
import type { homeCareItems } from './fact-codes.ts';
import { words } from './predicates.ts';

type Item = (typeof homeCareItems)[number];

/** 別表第八 第一号. */
const eightOne: readonly Item[] = [
  'narcoticInjection',
  'chemotherapy',
  'inotrope',
  'tracheostomy',
  'trachealCannula',
  'indwellingCatheter',
];
const eightTwo: readonly Item[] = [
  'peritonealDialysis',
  'hemodialysis',
  'oxygen',
  'centralNutrition',
  'elementalTubeFeeding',
  'selfCatheterization',
  'ventilator',
  'cpap',
  'painControl',
  'pulmonaryHypertension',
];
const eight: readonly Item[] = [...eightOne, ...eightTwo, 'stoma', 'deepPressureUlcer', 'dripInfusion'];
/** Whether these are a 留置カテーテル is a judgement that the text leaves. */
const tubes: readonly Item[] = ['gastrostomy', 'nasalTube', 'paediatricTubeFeeding'];
/** 別表第三の一の三 二(1): guidance fees; without 自己導尿 and 持続陽圧呼吸, unlike 別表第八. */
const guidance: readonly Item[] = [
  'peritonealDialysis',
  'hemodialysis',
  'oxygen',
  'centralNutrition',
  'elementalTubeFeeding',
  'ventilator',
  'narcoticInjection',
  'chemotherapy',
  'inotrope',
  'painControl',
  'pulmonaryHypertension',
  'tracheostomy',
];
const drained: readonly Item[] = ['drain', 'indwellingCatheter', 'stoma'];

const askTube = review(
  '胃瘻・経鼻胃管等を留置カテーテルとみるかは判断が要ります',
  'Whether a feeding tube is an indwelling catheter needs judgement',
);
const has = (care: readonly Item[], list: readonly Item[]) => care.some(item => list.includes(item));

/** 別表第八; R8 adds 在宅難治性皮膚疾患処置指導管理. */
export function inTable8(care: readonly Item[], set: Asked['set']): Verdict {
  if (has(care, eight) || (set === 'R8' && care.includes('refractorySkin'))) return met;
  return has(care, tubes) ? askTube : failed;
}

/** 別表第三の一の三: who may have joint guidance twice. */
export function inTable313(care: readonly Item[], highlyManaged: boolean | undefined): Verdict {
  if (care.includes('terminalCancer'))
    return review(
      '在宅がん医療総合診療料の算定がないか確かめてください',
      'Check that no comprehensive home cancer fee is claimed',
    );
  if (has(care, guidance) && has(care, drained)) return met;
  if (has(care, guidance) && has(care, tubes)) return askTube;
  return highlyManaged
    ? review('「高度な指導管理」に当たるか判断が要ります', 'Whether it is advanced guidance needs judgement')
    : failed;
}

export const table8: Condition = needs(
  'state.table8',
  words('別表第八の状態である', 'In a state of table 8'),
  ['homeCare'],
  ({ homeCare }, { set }) => inTable8(homeCare, set),
);

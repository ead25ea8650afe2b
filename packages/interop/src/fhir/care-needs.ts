import type { CareNeed } from '@kaerimichi/discharge';

type Sign = { readonly need: CareNeed; readonly codes: readonly string[]; readonly words: RegExp };

/** What in a file suggests a care need: SNOMED CT codes and words in Japanese and English. A person confirms it. */
const signs: readonly Sign[] = [
  {
    need: 'ventilator',
    codes: ['40617009', '243147009', '706172005', '444932008', '26412008'],
    words: /人工呼吸器|人工呼吸管理|\bmechanical ventilation|\bventilator\b(?!.*non.?invasive)|TPPV/i,
  },
  {
    need: 'niv',
    codes: ['428311008', '447243000', '47545007'],
    words: /NPPV|BiPAP|CPAP|非侵襲的陽圧|鼻マスク式|non.?invasive (positive pressure )?ventilation/i,
  },
  {
    need: 'tracheostomy',
    codes: ['48387007', '302108003', '129122002', '84100007'],
    words: /気管切開|気管カニューレ|tracheostomy|tracheotomy/i,
  },
  {
    need: 'oxygen',
    codes: ['57485005', '371908008', '426854004'],
    words: /在宅酸素|酸素療法|酸素濃縮|home oxygen|oxygen therapy|oxygen concentrator/i,
  },
  { need: 'suction', codes: ['230040009', '243140006'], words: /吸引(?!性)|suction/i },
  { need: 'nasalTube', codes: ['87750000', '17102003'], words: /経鼻(胃管|経管|栄養)|nasogastric|nasojejunal/i },
  {
    need: 'gastrostomy',
    codes: ['54956002', '235425002', '302109006', '176696009'],
    words: /胃瘻|胃ろう|gastrostomy|\bPEG\b/i,
  },
  {
    need: 'centralLine',
    codes: ['392230005', '233527006', '25156005'],
    words: /中心静脈|\bIVH\b|\bTPN\b|central venous|parenteral nutrition/i,
  },
  {
    need: 'catheter',
    codes: ['45211000', '410021007'],
    words: /導尿|膀胱瘻|urinary catheter|intermittent catheteri[sz]ation/i,
  },
  { need: 'stoma', codes: ['302112009', '265577008'], words: /人工肛門|ストーマ|colostomy|ileostomy/i },
  { need: 'dialysis', codes: ['108241001', '302497006', '71192002'], words: /透析|腹膜灌流|dialysis/i },
  { need: 'insulin', codes: ['225358003'], words: /インスリン|insulin/i },
  {
    need: 'seizureRescue',
    codes: ['128613002', '84757009', '313307000'],
    words: /てんかん|けいれん|痙攣|epilep|seizure/i,
  },
];

/** Needs suggested by one entry's codes and text. */
export function suggestedNeeds(codes: readonly string[], words: string): CareNeed[] {
  return signs
    .filter(sign => sign.codes.some(code => codes.includes(code)) || sign.words.test(words))
    .map(({ need }) => need);
}

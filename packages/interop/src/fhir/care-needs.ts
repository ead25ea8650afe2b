import type { CareNeed } from '@kaerimichi/discharge';
import { conceptCodes, type Json, objects, text } from './json.ts';

type Part = 'conditions' | 'medications' | 'devices' | 'procedures';
type Sign = {
  readonly need: CareNeed;
  /** SNOMED CT. */
  readonly codes: readonly string[];
  readonly words: RegExp;
  /** Where it is clear; the same word elsewhere says something else (insulin resistance is no injection). */
  readonly parts: readonly Part[];
  /** Done once and over: a ventilation that ended is no need, a tracheostomy remains. */
  readonly endsWithProcedure?: true;
};

const bodies: readonly Part[] = ['conditions', 'devices', 'procedures'];

/** What in a file speaks clearly for a care need. Nothing is concluded from a diagnosis; a person confirms each. */
const signs: readonly Sign[] = [
  {
    need: 'ventilator',
    codes: ['40617009', '706172005', '444932008'],
    words:
      /(?<!非侵襲的?|マスク式)人工呼吸(器|管理|療法)|TPPV|(?<!non.?)\binvasive ventilat|\bmechanical ventilat|\bventilator\b/i,
    parts: bodies,
    endsWithProcedure: true,
  },
  {
    need: 'niv',
    codes: ['428311008', '47545007'],
    words: /NPPV|\bBiPAP\b|\bCPAP\b|非侵襲的?(陽圧|人工)|マスク式人工呼吸|non.?invasive (positive.pressure )?ventilat/i,
    parts: bodies,
    endsWithProcedure: true,
  },
  {
    need: 'tracheostomy',
    codes: ['48387007'],
    words: /気管切開|気管カニューレ|tracheostomy|tracheotomy|tracheal cannula/i,
    parts: bodies,
  },
  {
    need: 'oxygen',
    codes: [],
    words: /在宅酸素|酸素濃縮|酸素ボンベ|\bHOT\b|home oxygen|oxygen (concentrator|cylinder)|long.?term oxygen/i,
    parts: bodies,
  },
  {
    need: 'suction',
    codes: ['230040009'],
    words:
      /(口腔|鼻腔|鼻口腔|気管|気管内|喀痰|痰)(内)?(等)?の?吸引(?!症候群)|吸引(器|装置|処置)|(airway|tracheal|tracheostomy|oral|nasal|nasopharyngeal|endotracheal|sputum) suction|suction (machine|unit|pump|device|apparatus)/i,
    parts: bodies,
    endsWithProcedure: true,
  },
  {
    need: 'nasalTube',
    codes: ['87750000', '17102003'],
    words: /経鼻(胃管|経管|栄養|十二指腸|空腸)|naso.?(gastric|jejunal|duodenal) (tube|feed)/i,
    parts: bodies,
    endsWithProcedure: true,
  },
  {
    need: 'gastrostomy',
    codes: ['54956002'],
    words: /胃瘻|胃ろう|腸瘻|腸ろう|gastrostomy|jejunostomy|\bPEG tube\b/i,
    parts: bodies,
  },
  {
    need: 'centralLine',
    codes: ['233527006'],
    words:
      /中心静脈(栄養|カテーテル|ポート)|\bIVH\b|\bTPN\b|\bHPN\b|central venous (catheter|line|access)|home parenteral nutrition/i,
    parts: bodies,
    endsWithProcedure: true,
  },
  {
    need: 'catheter',
    codes: [],
    words: /導尿|膀胱瘻|膀胱ろう|尿道留置カテーテル|urinary catheter|intermittent catheteri[sz]ation|vesicostomy/i,
    parts: bodies,
    endsWithProcedure: true,
  },
  { need: 'stoma', codes: [], words: /人工肛門|ストーマ|colostomy|ileostomy/i, parts: bodies },
  {
    need: 'dialysis',
    codes: ['302497006', '71192002'],
    words: /血液透析|腹膜透析|腹膜灌流|透析(療法|装置)|ha?emodialysis|peritoneal dialysis/i,
    parts: bodies,
    endsWithProcedure: true,
  },
  { need: 'insulin', codes: [], words: /インスリン|\binsulin\b/i, parts: ['medications', 'devices'] },
  {
    need: 'seizureRescue',
    codes: [],
    words:
      /ブコラム|ダイアップ|ミダゾラム口腔|ジアゼパム坐|抱水クロラール坐|buccolam|(buccal|oromucosal).{0,20}midazolam|midazolam.{0,20}(buccal|oromucosal)|(rectal.{0,20}diazepam|diazepam.{0,40}rectal)/i,
    parts: ['medications'],
  },
];

/** Words that turn the sense around: what was closed, taken out, only feared, or runs in the family. */
const turned =
  /家族歴|疑い|リスク|閉鎖|抜去|除去|離脱|終了|未実施|予防|family history|suspected|at risk|risk of|closure|removal|decannulat|wean|history of|\bno\b|\bnot\b|without/i;
const past = ['resolved', 'inactive', 'remission'];
const dropped = ['stopped', 'cancelled', 'not-taken', 'revoked', 'not-done', 'draft', 'unknown'];
const unsure = ['provisional', 'differential'];

/** Needs that a resource speaks for clearly: present, not denied, not over. */
export function clearNeeds(resource: Json, part: Part, said: { concept: unknown; words: string }): CareNeed[] {
  if (turned.test(said.words) || isOver(resource)) return [];
  const codes = conceptCodes(said.concept, 'snomed.info/sct');
  const isEnded = part === 'procedures' && objects(resource.performedPeriod).some(({ end }) => end !== undefined);
  return signs
    .filter(({ parts, endsWithProcedure }) => parts.includes(part) && !(endsWithProcedure && isEnded))
    .filter(sign => sign.codes.some(code => codes.includes(code)) || sign.words.test(said.words))
    .map(({ need }) => need);
}

function isOver({ clinicalStatus, verificationStatus, status, abatementDateTime, abatementString }: Json): boolean {
  const is = (concept: unknown, codes: readonly string[]) => conceptCodes(concept).some(code => codes.includes(code));
  return (
    is(clinicalStatus, past) ||
    is(verificationStatus, unsure) ||
    dropped.includes(text(status) ?? '') ||
    abatementDateTime !== undefined ||
    abatementString !== undefined
  );
}

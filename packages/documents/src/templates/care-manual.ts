import { standsAlone } from '@kaerimichi/discharge';
import { careNeedWords, childsNameAndKana, handedOn, weight } from '../child.ts';
import { deviceTable } from '../device-rows.ts';
import {
  cell,
  codeOf,
  from,
  longDay,
  MADE_ON,
  nothing,
  originOf,
  rows,
  shortDay,
  table,
  told,
  written,
} from '../form.ts';
import type { Known } from '../known.ts';
import { bornAndAge } from '../letter.ts';
import type { Line, Paper, Table } from '../paper.ts';
import { whomToCall } from '../whom-to-call.ts';
import { type Template, titleOf } from './template.ts';

/** 退院時ケアマニュアル: one child's care step by step, signed by whoever explained it and whoever can do it. */
export const careManual: Template = {
  id: 'careManual',
  title: titleOf('careManual'),
  about: {
    ja: 'ケアごとの手順・物品・いつもの値・困ったときの連絡。ご家族と地域で同じものを使います',
    en: 'Each procedure with its things, usual values and whom to call; the same for family and partners',
  },
  needs: ['contacts', 'clinical', 'skills'],
  madeBy: 'lead',
  approvedBy: 'lead',
  forFamily: true,
  compose,
};

function compose(known: Known): Paper {
  return {
    form: null,
    title: careManual.title.ja,
    size: 'A4',
    addressee: null,
    blocks: [
      rows(
        null,
        [cell('お名前', 'contacts', childsNameAndKana(known)), cell('生年月日', 'contacts', bornAndAge(known))],
        [cell('体重', 'clinical', weight(known)), cell(MADE_ON, 'plan', told(longDay(known.on)))],
        [cell('必要なケア', 'clinical', told(careNeedWords(known).join('、'), from(known, 'plan.written')))],
      ),
      whomToCall(known),
      rows(
        '毎日のケア',
        [cell('いつもの状態・いつもの値', 'clinical', handedOn(known, 'condition'), { space: 3 })],
        [cell('呼吸・吸引', 'clinical', handedOn(known, 'breathing'), { space: 3 })],
        [cell('栄養・注入', 'clinical', handedOn(known, 'nutrition'), { space: 3 })],
        [cell('薬', 'clinical', handedOn(known, 'medicines'), { space: 2 })],
        [cell('一日の流れ・回数', 'clinical', nothing, { space: 2 })],
      ),
      steps(known),
      deviceTable(known),
      table({
        title: 'いつもとちがうとき',
        head: ['サイン', 'すること', 'どこへ連絡'],
        widths: [2, 3, 2],
        rows: [],
        space: 4,
        category: 'clinical',
      }),
      rows(
        null,
        [cell('緊急のとき', 'clinical', handedOn(known, 'emergencies'), { space: 3 })],
        [cell('感染の予防・手洗い・物品の消毒', 'clinical', nothing, { space: 2 })],
        [cell('使い終わったものの捨て方', 'clinical', nothing, { space: 2 })],
        [cell('医師からの注意', 'clinical', written(known, 'order.issued'), { space: 2 })],
      ),
      understood(known),
    ],
  };
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];

/** Procedures of the plan and of whatever is practised, each with room for its things, steps and times. */
function steps(known: Known): Table {
  const { skills = [], plan } = known.facts;
  const procedures = unique([
    ...(plan?.procedures ?? []).map(({ procedure }) => procedure),
    ...skills.map(({ procedure }) => procedure),
  ]);
  return table({
    title: '手技ごとの手順',
    head: ['手技', 'なぜ・いつ・何回', '物品(名前・サイズ・購入先)', '手順(写真は裏に)'],
    widths: [1.3, 1.5, 2, 3],
    rows: procedures.map((procedure): Line[] => [[codeOf(procedure)], [''], [''], ['']]),
    space: procedures.length > 0 ? 1 : 3,
    from: procedures.length > 0 ? from(known, 'plan.written') : [],
    category: 'skills',
  });
}

/** Who explained, and who understood: a row for each who learns. */
function understood(known: Known): Table {
  const { skills = [] } = known.facts;
  const learners = unique(skills.map(({ caregiver }) => caregiver));
  const toRow = (learner: string): Line[] => {
    const own = skills.filter(({ caregiver }) => caregiver === learner);
    const alone = own.filter(skill => standsAlone(skill, known.on)).map(({ procedure }) => codeOf(procedure));
    const last = own
      .map(({ on }) => on)
      .sort()
      .at(-1);
    return [[codeOf(learner)], [alone.join('、')], [last ? shortDay(last) : ''], [''], ['']];
  };
  return table({
    title: '説明した人・わかった人',
    head: ['だれが', 'ひとりでできる手技', '最後の確認', '説明した人', 'わかりました(署名)'],
    widths: [1, 2.4, 1.1, 1.5, 1.8],
    rows: learners.map(toRow),
    space: 1,
    from: known.entries.filter(({ event }) => event.type === 'skill.assessed').map(originOf),
    category: 'skills',
  });
}

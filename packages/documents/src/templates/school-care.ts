import { careNeedWords, childsNameAndKana, deviceWords, handedOn, skillWords, weight } from '../child.ts';
import { cell, codeOf, from, longDay, MADE_ON, nothing, rows, table, told, written } from '../form.ts';
import type { Known } from '../known.ts';
import { bornAndAge, receiver } from '../letter.ts';
import type { Line, Paper, Table } from '../paper.ts';
import { whomToCall } from '../whom-to-call.ts';
import { type Template, titleOf } from './template.ts';

/** 学校・園での医療的ケア: what a school nurse does by day, and what everybody there does in an emergency. */
export const schoolCare: Template = {
  id: 'schoolCare',
  title: titleOf('schoolCare'),
  about: {
    ja: '学校・園に渡す、ケアの手順と緊急時の対応。家庭の事情はのせません',
    en: 'Care and emergencies at school; nothing of the family’s circumstances',
  },
  needs: ['contacts', 'clinical', 'skills'],
  madeBy: 'lead',
  approvedBy: 'doctor',
  forFamily: true,
  compose,
};

function compose(known: Known): Paper {
  return {
    form: null,
    title: '学校・園での医療的ケア(個別マニュアル・緊急時対応票)',
    size: 'A4',
    addressee: null,
    blocks: [
      rows(
        null,
        [cell('学校・園', 'plan', receiver(known, 'school'), { width: 1.4 }), cell('学年・組', 'plan', nothing)],
        [cell('お名前', 'contacts', childsNameAndKana(known)), cell('生年月日', 'contacts', bornAndAge(known))],
        [cell('体重', 'clinical', weight(known)), cell(MADE_ON, 'plan', told(longDay(known.on)))],
        [cell('本人・保護者の願い', 'plan', nothing, { space: 2 })],
      ),
      whomToCall(known),
      rows(
        '学校でのケア',
        [cell('必要なケア', 'clinical', told(careNeedWords(known).join('、'), from(known, 'plan.written')))],
        [cell('いつもの状態・いつもの値', 'clinical', handedOn(known, 'condition'), { space: 2 })],
        [cell('呼吸・吸引', 'clinical', handedOn(known, 'breathing'), { space: 2 })],
        [cell('栄養・注入', 'clinical', handedOn(known, 'nutrition'), { space: 2 })],
        [cell('薬・アレルギー', 'clinical', handedOn(known, 'medicines'), { space: 2 })],
        [cell('機器', 'skills', deviceWords(known), { space: 2 })],
        [cell('できる人', 'skills', skillWords(known), { space: 2 })],
      ),
      atSchool(known),
      rows(
        '活動',
        [cell('姿勢・移動・体育・校外での注意', 'clinical', nothing, { space: 2 })],
        [cell('伝え合うときの工夫', 'clinical', nothing, { space: 2 })],
        [cell('医師からの指示', 'clinical', written(known, 'order.issued'), { space: 2 })],
      ),
      inEmergency(),
      rows(null, [cell('緊急のとき', 'clinical', handedOn(known, 'emergencies'), { space: 3 })]),
      {
        kind: 'signatures',
        lines: [
          { label: '主治医', name: null, hasSeal: true },
          { label: '保護者', name: null },
          { label: '学校長・学校の看護師', name: null },
        ],
      },
    ],
  };
}

/** Procedures that somebody at school learns or that the plan names: when, who and with what is agreed on there. */
function atSchool(known: Known): Table {
  const { plan, skills = [] } = known.facts;
  const named = [...(plan?.procedures ?? []), ...skills].map(({ procedure }) => procedure);
  const procedures = [...new Set(named)];
  return table({
    title: '学校にいる間のケア',
    head: ['ケア', '時刻・回数', 'する人', '物品・置き場所'],
    widths: [1.6, 1.5, 1.5, 2.4],
    rows: procedures.map((procedure): Line[] => [[codeOf(procedure)], [''], [''], ['']]),
    space: 1,
    from: procedures.length > 0 ? from(known, 'plan.written') : [],
    category: 'skills',
  });
}

const inEmergency = (): Table =>
  table({
    title: '緊急時対応票',
    head: ['こんなとき', 'すぐすること', '連絡する順(だれに)'],
    widths: [2, 3, 2.2],
    rows: [],
    space: 4,
    category: 'clinical',
  });

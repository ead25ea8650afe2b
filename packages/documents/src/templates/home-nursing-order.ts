import type { CareNeed } from '@kaerimichi/discharge';
import { ageWords, birthDay, childsName, contacts, deviceWords, partners, town } from '../child.ts';
import {
  blankDay,
  cell,
  dayOr,
  from,
  newest,
  nothing,
  originOf,
  printed,
  ring,
  rows,
  together,
  told,
  written,
} from '../form.ts';
import type { Known } from '../known.ts';
import type { Line, Paper, Rows } from '../paper.ts';
import { type Template, titleOf } from './template.ts';

/** 訪問看護指示書, as 別紙様式16 of the notice has it (C007); what it says is the doctor's, who signs it. */
export const homeNursingOrder: Template = {
  id: 'homeNursingOrder',
  title: titleOf('homeNursingOrder'),
  about: {
    ja: '医師が確かめて署名し、訪問看護ステーションへ渡す指示書(別紙様式16)',
    en: 'Checked and signed by the doctor, given to the visiting nursing station (form 16)',
  },
  needs: ['contacts', 'clinical'],
  madeBy: 'leadAndDoctors',
  approvedBy: 'doctor',
  compose,
};

/** Labels that say much. */
const WIDE = 0.36;

function compose(known: Known): Paper {
  return {
    form: '別紙様式16',
    title: homeNursingOrder.title.ja,
    titles: [ring('訪問看護指示書', true), '  ', ring('在宅患者訪問点滴注射指示書')],
    size: 'A4',
    isDense: true,
    addressee: null,
    blocks: [
      { kind: 'remark', text: '※該当する指示書を○で囲むこと' },
      rows(null, ...patient(known)),
      state(known),
      instructions(known),
      urgent(known),
      { kind: 'remark', text: '上記のとおり、指示いたします。' },
      ...signed(known),
    ],
  };
}

function patient(known: Known): Rows['rows'] {
  const { nursingOrder } = known.facts;
  const age = ageWords(known);
  const born = birthDay(known);
  return [
    [
      printed(
        '訪問看護指示期間',
        'clinical',
        {
          lines: [[`${dayOr(nursingOrder?.from)} ~ ${dayOr(nursingOrder?.until)}`]],
          from: from(known, 'order.issued'),
        },
        { isRecorded: nursingOrder !== undefined },
      ),
    ],
    [printed('点滴注射指示期間', 'clinical', { lines: [[`${blankDay} ~ ${blankDay}`]], from: [] })],
    [
      cell('患者氏名', 'contacts', childsName(known)),
      cell(
        '生年月日',
        'contacts',
        {
          ...born,
          lines: born.lines.map(line => (age ? [...line, ` (${age})`] : line)),
        },
        { width: 1.1 },
      ),
    ],
    [cell('患者住所', 'contacts', town(known), { width: 1.4 }), cell('電話', 'contacts', nothing, { width: 0.7 })],
    [
      cell('主たる傷病名(1)', 'clinical', nothing, { width: 1.5 }),
      cell('(2)', 'clinical', nothing),
      cell('(3)', 'clinical', nothing),
    ],
    [
      cell('傷病名コード(1)', 'clinical', nothing, { width: 1.5 }),
      cell('(2)', 'clinical', nothing),
      cell('(3)', 'clinical', nothing),
    ],
  ];
}

/** Numbers of the form that care which is recorded rings; what it does not say for sure, the doctor rings. */
function equipment({ facts: { needs = [] } }: Known): Line[] {
  const has = (...kinds: readonly CareNeed[]) => kinds.some(kind => needs.includes(kind));
  return [
    [
      ring('1. 自動腹膜灌流装置'),
      '  ',
      ring('2. 透析液供給装置'),
      '  ',
      ring('3. 酸素療法', has('oxygen')),
      '(        L/min)',
    ],
    [ring('4. 吸引器', has('suction')), '  ', ring('5. 中心静脈栄養', has('centralLine')), '  ', ring('6. 輸液ポンプ')],
    [
      ...[ring('7. 経管栄養', has('nasalTube', 'gastrostomy')), '(', ring('経鼻', has('nasalTube')), '・'],
      ...[ring('胃瘻', has('gastrostomy')), ':サイズ              、    日に1回交換)'],
    ],
    [ring('8. 留置カテーテル'), '(部位:              サイズ            、    日に1回交換)'],
    [
      ...[ring('9. 人工呼吸器', has('ventilator', 'niv')), '(', ring('陽圧式'), '・', ring('陰圧式'), ':設定'],
      '                              )',
    ],
    [ring('10. 気管カニューレ', has('tracheostomy')), '(サイズ                )'],
    [ring('11. 人工肛門'), '  ', ring('12. 人工膀胱'), '  ', ring('13. その他'), '(                    )'],
  ];
}

function state(known: Known): Rows {
  const grade = (...names: readonly string[]): Line => names.flatMap(name => [ring(name), '  ']);
  const needs = known.facts.needs ?? [];
  return rows(
    '現在の状況(該当項目に○等)',
    [cell('病状・治療状態', 'clinical', written(known, 'condition.assessed'), { space: 2 })],
    [cell('投与中の薬剤の用量・用法', 'clinical', written(known, 'medication.transcribed'), { space: 2 })],
    [
      printed('寝たきり度', 'clinical', {
        lines: [grade('J1', 'J2', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2')],
        from: [],
      }),
      printed('認知症の状況', 'clinical', { lines: [grade('Ⅰ', 'Ⅱa', 'Ⅱb', 'Ⅲa', 'Ⅲb', 'Ⅳ', 'M')], from: [] }),
    ],
    [
      printed('要介護認定の状況', 'clinical', {
        lines: [['要支援( ', ring('1'), '  ', ring('2'), ' )  要介護( ', ...grade('1', '2', '3', '4', '5'), ')']],
        from: [],
      }),
    ],
    [
      printed('褥瘡の深さ', 'clinical', {
        lines: [['DESIGN-R2020分類  ', ...grade('D3', 'D4', 'D5'), '  NPUAP分類  ', ...grade('Ⅲ度', 'Ⅳ度')]],
        from: [],
      }),
    ],
    [
      printed(
        '装着・使用医療機器等',
        'clinical',
        { lines: equipment(known), from: needs.length > 0 ? from(known, 'plan.written') : [] },
        { isRecorded: needs.length > 0 },
      ),
    ],
  );
}

function instructions(known: Known): Rows {
  const minutes = '1日あたり(        )分を週(        )回';
  const block = rows(
    '留意事項及び指示事項',
    [cell('Ⅰ 療養生活指導上の留意事項', 'clinical', written(known, 'order.issued'), { space: 2 })],
    [printed('Ⅱ 1. 理学療法士・作業療法士・言語聴覚士が行う訪問看護', 'clinical', { lines: [[minutes]], from: [] })],
    [cell('   2. 褥瘡の処置等', 'clinical', nothing)],
    [cell('   3. 装着・使用医療機器等の操作援助・管理', 'skills', deviceWords(known))],
    [cell('   4. その他', 'clinical', nothing)],
    [cell('在宅患者訪問点滴注射に関する指示(投与薬剤・投与量・投与方法等)', 'clinical', nothing, { space: 2 })],
  );
  return { ...block, labels: WIDE };
}

function urgent(known: Known): Rows {
  const stations = partners(known).filter(({ part }) => part === 'visitingNurse');
  const others = stations.slice(1).map(({ name }) => name ?? '');
  const block = rows(
    null,
    [
      cell('緊急時の連絡先', 'contacts', together(contacts(known, 'emergencyRoute'), contacts(known, 'night')), {
        width: 1.8,
      }),
      cell('不在時の対応', 'contacts', nothing),
    ],
    [cell('特記すべき留意事項(薬の相互作用・副作用、薬物アレルギーの既往等)', 'clinical', nothing, { space: 2 })],
    [
      printed(
        '他の訪問看護ステーションへの指示',
        'plan',
        {
          lines: [[ring('無'), '  ', ring('有', others.length > 0), `:ステーション名  ${others.join('、')}`]],
          from: [],
        },
        { isRecorded: others.length > 0 },
      ),
    ],
    [
      printed('たんの吸引等実施のための訪問介護事業所への指示', 'plan', {
        lines: [[ring('無'), '  ', ring('有'), ':事業所名']],
        from: [],
      }),
    ],
  );
  return { ...block, labels: WIDE };
}

function signed(known: Known): Paper['blocks'] {
  const { lead = '' } = known.facts;
  const order = newest(known, 'order.issued');
  const isOwn = order === undefined || order.event.by.org === lead;
  const station = partners(known).find(({ part }) => part === 'visitingNurse');
  const origins = order ? [originOf(order)] : [];
  const on = origins[0]?.on;
  return [
    rows(
      null,
      [
        cell('医療機関名', 'plan', told(known.orgs[order?.event.by.org ?? lead]), { width: 1.3 }),
        printed('指示日', 'clinical', { lines: [[dayOr(on)]], from: origins }, { isRecorded: on !== undefined }),
      ],
      [
        cell('住所', 'plan', nothing, { width: 1.3 }),
        cell('電話(FAX.)', 'plan', told(isOwn ? known.telephones[lead] : null)),
      ],
      [cell('事業所(宛先)', 'plan', told(station?.name && `${station.name} 殿`, station?.from))],
    ),
    { kind: 'signatures', lines: [{ label: '医師署名(又は記名押印)', name: null, hasSeal: true }] },
  ];
}

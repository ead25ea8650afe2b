import {
  ageWords,
  birthDay,
  careNeedWords,
  childsNameAndKana,
  childsSex,
  partnerLines,
  schemeLines,
  town,
} from '../child.ts';
import { batteryWords, devicesOf, type WrittenDevice } from '../device-rows.ts';
import { box, cell, codeOf, from, longDay, nothing, originOf, printed, rows, table, told } from '../form.ts';
import type { Known } from '../known.ts';
import type { Line, Paper, Rows, Table } from '../paper.ts';
import { whomToCall } from '../whom-to-call.ts';
import { type Template, titleOf } from './template.ts';

/**
 * 個別避難計画 (災害対策基本法 49条の14): what the register asks, who helps, where to go by which way; and what a child on
 * devices needs beside it, power first.
 */
export const evacuationPlan: Template = {
  id: 'evacuationPlan',
  title: titleOf('evacuationPlan'),
  about: {
    ja: '市町村へ登録する避難の計画。電源と酸素がもつ時間、行き先、助けてくれる人',
    en: 'For the municipality: how long power and oxygen last, where to go, who helps',
  },
  needs: ['contacts', 'disaster'],
  madeBy: 'team',
  approvedBy: 'lead',
  forFamily: true,
  compose,
};

function compose(known: Known): Paper {
  return {
    form: null,
    title: '個別避難計画(医療的ケアが必要なお子さん)',
    size: 'A4',
    addressee: null,
    blocks: [
      register(known),
      whomToCall(known),
      power(known),
      home(known),
      where(),
      helpers(),
      lasting(known),
      {
        kind: 'remark',
        text: '市町村・消防・警察・民生委員・自主防災組織などに、平常時からこの計画を渡すことに同意します。渡しても、必ず助けが届くことを約束するものではありません。災害のときは、同意がなくても渡されることがあります。',
      },
      {
        kind: 'signatures',
        lines: [
          { label: '同意する(本人・保護者)     年    月    日', name: null },
          { label: '作成した人', name: null },
          { label: '次に見直す日(年1回、機器や住所が変わったとき)', name: null },
        ],
      },
    ],
  };
}

/** What the municipality's register asks. */
function register(known: Known): Rows {
  const age = ageWords(known);
  const born = birthDay(known);
  return rows(
    '名簿に登録すること',
    [
      cell('お名前(ふりがな)', 'contacts', childsNameAndKana(known), { width: 1.5 }),
      cell('性別', 'contacts', childsSex(known), { width: 0.5 }),
    ],
    [cell('生年月日', 'contacts', { ...born, lines: born.lines.map(line => (age ? [...line, ` ${age}`] : line)) })],
    [cell('住所・居所', 'contacts', town(known), { width: 1.5 }), cell('電話', 'contacts', nothing)],
    [
      cell('避難の支援が必要なわけ', 'clinical', told(careNeedWords(known).join('、'), from(known, 'plan.written')), {
        space: 2,
      }),
    ],
    [
      cell(
        '名簿の登録',
        'money',
        schemeLines(known, kind => kind === 'evacuationRegister'),
      ),
    ],
  );
}

const lasting = (known: Known): Rows =>
  rows(
    '持ち出すもの・続けるために',
    [cell('3日分の物品(持ち出し)', 'disaster', nothing, { space: 2 })],
    [cell('家に備えるもの(7〜14日分)・薬(1週間分以上)', 'disaster', nothing, { space: 2 })],
    [cell('安否を知らせる順(業者・訪問看護・市町村・病院)', 'disaster', nothing, { space: 2 })],
    [cell('電力会社への登録', 'disaster', nothing), cell('受け持ち', 'plan', partnerLines(known), { width: 1.5 })],
    [cell('練習した日と結果', 'disaster', nothing)],
  );

/** What stops first when the power fails: each electric device, with what was measured of it. */
function power(known: Known): Table {
  const all = devicesOf(known).filter(({ device }) => device.electric);
  const toRow = ({ device, entry }: WrittenDevice): Line[] => [
    [codeOf(device.kind)],
    [device.watts === undefined ? '' : `${device.watts} W`],
    [batteryWords(device)],
    [''],
    [entry?.texts.phone24h ?? ''],
  ];
  return table({
    title: '電源が要る機器',
    head: ['機器', '消費電力', 'バッテリーがもつ時間', '外部バッテリー・発電機', '業者の24時間の電話'],
    widths: [1.2, 0.9, 1.7, 1.8, 1.6],
    rows: all.map(toRow),
    space: 1,
    from: all.flatMap(({ entry }) => (entry ? [originOf(entry)] : [])),
    category: 'skills',
  });
}

function home(known: Known): Rows {
  const { homeChecked } = known.facts;
  const origins = from(known, 'home.checked');
  const answer = (is: boolean | undefined): Line => [box('はい', is === true), '  ', box('いいえ', is === false)];
  const place = { isRecorded: homeChecked !== undefined };
  return rows(
    '家の備え',
    [
      printed(
        'コンセント・契約アンペアは足りる',
        'disaster',
        { lines: [answer(homeChecked?.power)], from: origins },
        place,
      ),
      printed('停電のときの計画がある', 'disaster', { lines: [answer(homeChecked?.powerPlan)], from: origins }, place),
    ],
    [
      cell('確かめた日', 'disaster', told(homeChecked && longDay(homeChecked.on), origins)),
      cell('酸素(ボンベの大きさ・本数・もつ時間)', 'disaster', nothing),
    ],
    [
      printed('家の場所の危険', 'disaster', {
        lines: [
          [
            box('洪水'),
            ' ',
            box('土砂'),
            ' ',
            box('津波'),
            ' ',
            box('高い階'),
            '(      階) ',
            box('エレベーターがある'),
          ],
        ],
        from: [],
      }),
    ],
    [cell('家にとどまるとき・出るときの決めかた', 'disaster', nothing, { space: 2 })],
    [cell('蘇生バッグ・手動の吸引器・人工鼻の置き場所', 'disaster', nothing)],
  );
}

const where = (): Table =>
  table({
    title: '行き先と道すじ',
    head: ['', '行き先', '電源', '行きかた・道すじ・かかる時間', '要る人手'],
    widths: [0.3, 2, 0.6, 3, 0.9],
    rows: [1, 2, 3].map((nth): Line[] => [[`${nth}`], [''], [''], [''], ['']]),
    isRecorded: false,
    category: 'disaster',
  });

const helpers = (): Table =>
  table({
    title: '助けてくれる人(避難支援等実施者)',
    head: ['氏名・名称', '住所', '電話', '頼むこと'],
    widths: [1.6, 2, 1.4, 2.2],
    rows: [],
    space: 2,
    category: 'disaster',
  });

import {
  birthDay,
  careNeedWords,
  childsNameAndKana,
  childsSex,
  contacts,
  deviceWords,
  handedOn,
  partnerLines,
  schemeLines,
  skillWords,
  weight,
} from '../child.ts';
import {
  box,
  cell,
  codeOf,
  from,
  headed,
  longDay,
  nothing,
  printed,
  rows,
  type Told,
  together,
  told,
  written,
} from '../form.ts';
import type { Known } from '../known.ts';
import type { Line, Paper } from '../paper.ts';
import { type Template, titleOf } from './template.ts';

/** 看護サマリー: the rows of 別紙様式50, with what a child needs in the place of what only an adult has. */
export const nursingSummary: Template = {
  id: 'nursingSummary',
  title: titleOf('nursingSummary'),
  about: {
    ja: '看護及び栄養管理等に関する情報(別紙様式50に準じる)',
    en: 'What a nurse tells the next one (after form 50)',
  },
  needs: ['contacts', 'clinical'],
  madeBy: 'lead',
  approvedBy: 'lead',
  compose,
};

function compose(known: Known): Paper {
  return {
    form: '別紙様式50に準じる',
    title: '看護サマリー(看護及び栄養管理等に関する情報)',
    size: 'A4',
    addressee: null,
    blocks: [
      rows(null, ...who(known), ...illness(known), ...nursing(known)),
      rows('ご本人・ご家族', ...wishes(known), ...family(known)),
      rows('社会資源', ...resources(known)),
      rows('生活等の状況', ...dailyLife()),
      { kind: 'signatures', lines: [{ label: '記入した看護師', name: null }] },
    ],
  };
}

const who = (known: Known) => [
  [
    cell('患者氏名(ふりがな)', 'contacts', childsNameAndKana(known), { width: 1.4 }),
    cell('性別', 'contacts', childsSex(known), { width: 0.5 }),
  ],
  [cell('生年月日', 'contacts', birthDay(known)), cell('体重', 'clinical', weight(known))],
  [cell('入院日', 'plan', nothing), cell('退院(予定)日', 'plan', leaving(known))],
];

function leaving({ facts: { discharged, dischargeDay } }: Known): Told {
  const on = discharged?.day ?? dischargeDay?.day;
  return told(on && longDay(on));
}

const illness = (known: Known) => [
  [cell('主たる傷病名', 'clinical', nothing, { space: 2 })],
  [
    cell('主な既往歴', 'clinical', nothing, { space: 2 }),
    printed('アレルギー', 'clinical', {
      lines: [
        [box('薬剤'), '(                  )'],
        [box('食物'), '(                  )'],
        [box('その他'), '(                )'],
      ],
      from: [],
    }),
  ],
  [
    cell(
      '入院中の経過',
      'clinical',
      together(handedOn(known, 'condition'), written(known, 'evaluation.recorded', 'result')),
      { space: 3 },
    ),
  ],
];

const nursing = (known: Known) => [
  [cell('必要な医療的ケア', 'clinical', told(careNeedWords(known).join('、'), from(known, 'plan.written')))],
  [cell('継続する看護上の問題等', 'clinical', written(known, 'plan.written', 'problems'), { space: 3 })],
  [
    cell(
      'ケア時の具体的な方法や留意点',
      'clinical',
      together(
        headed('呼吸・吸引:', handedOn(known, 'breathing')),
        headed('栄養:', handedOn(known, 'nutrition')),
        headed('薬:', together(handedOn(known, 'medicines'), written(known, 'medication.transcribed'))),
      ),
      { space: 4 },
    ),
  ],
  [cell('機器', 'skills', together(deviceWords(known), handedOn(known, 'deviceSettings')), { space: 2 })],
  [cell('緊急時', 'clinical', handedOn(known, 'emergencies'), { space: 2 })],
];

const wishes = (known: Known) => [
  [cell('病状等の説明内容と受け止め(ご家族)', 'family', written(known, 'interview.held'), { space: 2 })],
  [cell('今後の希望・目標や、大切にしていること', 'family', wish(known), { space: 2 })],
];

function wish(known: Known): Told {
  const { wish: said } = known.facts;
  return together(told(said && codeOf(said.wish), from(known, 'wish.recorded')), written(known, 'wish.recorded'));
}

function family(known: Known) {
  const hours: Line = [
    box('24時間'),
    '  ',
    box('日中のみ'),
    '  ',
    box('夜間のみ'),
    '  ',
    box('介護者や協力者がいない'),
  ];
  return [
    [cell('家族構成(同居者の有無、キーパーソン等)', 'family', nothing, { space: 2 })],
    [cell('緊急連絡先(日中)', 'contacts', contacts(known, 'day'))],
    [cell('緊急連絡先(夜間・休日)', 'contacts', contacts(known, 'night'))],
    [cell('緊急時の連絡順と搬送先', 'contacts', contacts(known, 'emergencyRoute'))],
    [cell('介護者等の状況(手技)', 'skills', skillWords(known), { space: 2 })],
    [printed('対応可能な時間', 'family', { lines: [hours], from: [] })],
  ];
}

const resources = (known: Known) => [
  [cell('相談支援専門員・訪問看護ステーション・訪問診療医療機関', 'plan', partnerLines(known), { space: 2 })],
  [
    cell(
      '手帳',
      'money',
      schemeLines(known, kind => kind.endsWith('Certificate') && kind !== 'beneficiaryCertificate'),
    ),
    cell(
      'そのほかの制度',
      'money',
      schemeLines(known, kind => !kind.endsWith('Certificate') || kind === 'beneficiaryCertificate'),
    ),
  ],
];

/** How much help a child needs with a thing is not recorded: the boxes of the form are ticked by hand. */
function dailyLife() {
  const help = (label: string, ...more: Line) =>
    printed(label, 'clinical', {
      lines: [[box('自立'), '  ', box('部分介助'), '(方法:                    )  ', box('全介助'), ...more]],
      from: [],
    });
  return [[help('入浴・清拭')], [help('口腔ケア')], [help('更衣')], [help('座位・姿勢')], [help('食事・注入')]];
}

import { childsName, handedOn, town } from '../child.ts';
import { box, cell, codeOf, from, nothing, printed, rows, together, told, written } from '../form.ts';
import type { Known } from '../known.ts';
import { bornAndAge, doctorSigns, LATER_LETTERS, leavingDay, letterDay, receiver, sender, sexRing } from '../letter.ts';
import type { Cell, Line, Paper } from '../paper.ts';
import { type Template, titleOf } from './template.ts';

/**
 * 診療情報提供書, as 別紙様式12の2 of the notice has it (B009 注2, a child of 18 or less): to the municipality. What it asks
 * of the child's and the carers' state is written in by hand and ticked by whoever signs: none of it is recorded here.
 */
export const municipalityLetter: Template = {
  id: 'municipalityLetter',
  title: titleOf('municipalityLetter'),
  about: {
    ja: '市町村・保健所等へ。養育の状況は手で書き、扱いに注意します(別紙様式12の2)',
    en: 'To the municipality; what it asks of the family is written in by hand (form 12-2)',
  },
  needs: ['contacts', 'clinical', 'family'],
  madeBy: 'lead',
  approvedBy: 'doctor',
  compose,
};

function compose(known: Known): Paper {
  return {
    form: '別紙様式12の2',
    title: '診療情報提供書',
    size: 'A4',
    isDense: true,
    addressee: null,
    blocks: [
      rows(
        null,
        [
          cell('情報提供先市町村(市町村長 殿)', 'plan', receiver(known, 'municipality', 'publicHealthNurse'), {
            width: 1.7,
          }),
          letterDay(),
        ],
        ...sender(known),
      ),
      doctorSigns,
      rows(null, ...child(known)),
      rows('出生時の状況・家族', ...birth(), ...family()),
      {
        kind: 'remark',
        text: '※以下の項目は、該当するものに印をつけ、その他には具体的に記入してください',
      },
      rows('児の状況', ...stateOfChild()),
      rows('養育者の状況', ...stateOfCarers()),
      rows('養育環境', ...surroundings()),
      rows(null, [cell('情報提供の目的とその理由', 'family', nothing, { space: 4 })]),
      {
        kind: 'remark',
        text: `備考 1. 必要がある場合は続紙に記載して添付すること。2. 本様式は、患者が18歳以下である場合について用いること。3. ${LATER_LETTERS}`,
      },
    ],
  };
}

const child = (known: Known): Cell[][] => [
  [cell('患児の氏名', 'contacts', childsName(known), { width: 1.5 }), sexRing(known)],
  [cell('生年月日', 'contacts', bornAndAge(known))],
  [cell('傷病名(疑いを含む)', 'clinical', nothing, { width: 1.5 }), cell('その他の傷病名', 'clinical', nothing)],
  [
    cell(
      '病状、既往症、治療状況等',
      'clinical',
      together(written(known, 'condition.assessed'), handedOn(known, 'condition')),
      { space: 3 },
    ),
  ],
  [
    cell('父母の氏名', 'family', nothing),
    cell('父:年齢・職業', 'family', nothing),
    cell('母:年齢・職業', 'family', nothing),
  ],
  [cell('住所', 'contacts', town(known), { width: 1.5 }), cell('電話番号', 'contacts', nothing)],
  [goesTo(known), cell('電話番号', 'contacts', nothing, { width: 0.7 })],
  [cell('入院日', 'plan', nothing), cell('退院(予定)日', 'plan', leavingDay(known))],
];

/** Where the child goes: ticked where the plan says home. */
function goesTo(known: Known): Cell {
  const { plan } = known.facts;
  const isHome = plan?.destination === 'home';
  const line: Line = [box('自宅', isHome), ' ', box('実家'), ' ', box('その他', plan !== undefined && !isHome)];
  const said = told(plan && !isHome ? codeOf(plan.destination) : null);
  return printed(
    '退院先の住所',
    'contacts',
    { lines: [line, ...said.lines], from: plan ? from(known, 'plan.written') : [] },
    { isRecorded: plan !== undefined, width: 1.3 },
  );
}

/** Room to write in is as wide as what is written in by hand. */
const wide = (line: Line): Line =>
  line.map(part => (typeof part === 'string' ? part.replaceAll('  ', '\u3000') : part));
const ask = (label: string, ...line: Line): Cell[] => [printed(label, 'family', { lines: [wide(line)], from: [] })];
const yesNo = (label: string): Cell[] => ask(label, box('無'), '  ', box('有'), '(                              )');

const birth = (): Cell[][] => [
  ask('出生場所', box('当院'), '  ', box('他院'), '(                )'),
  ask('在胎', '(      )週   ', box('単胎'), '  ', box('多胎'), '(    )子中(    )子'),
  ask('体重・身長', '体重(          )g   身長(        )cm'),
  yesNo('出生時の特記事項'),
  yesNo('妊娠中の異常の有無'),
  ask('妊婦健診の受診有無', box('無'), '  ', box('有'), '(      回:                              )'),
];

const family = (): Cell[][] => [[cell('家族構成', 'family', nothing, { space: 2 })], yesNo('育児への支援者')];

/** One choice of a form; with `()` behind it, with room for a word. */
const choice = (name: string): Line =>
  name.endsWith('()') ? [box(name.slice(0, -2)), '(                )', '  '] : [box(name), '  '];

/** Choices of a form, ticked by hand, line by line. */
const choices = (label: string, ...lines: readonly (readonly string[])[]): Cell[] => [
  printed(label, 'family', { lines: lines.map(names => wide(names.flatMap(choice))), from: [] }),
];

const stateOfChild = (): Cell[][] => [
  choices('発育・発達', ['発育不良', '発達のおくれ', 'その他()']),
  choices(
    '情緒',
    ['表情が乏しい', '極端におびえる', '大人の顔色をうかがう', '多動', '乱暴'],
    ['身体接触を極端にいやがる', '誰とでもべたべたする', 'その他()'],
  ),
  choices('日常的世話の状況', ['健診、予防接種未受診', '不潔', 'その他()']),
];

const stateOfCarers = (): Cell[][] => [
  choices('健康状態等', ['疾患()', '障害()'], ['出産後の状況(マタニティ・ブルーズ、産後うつ等)', 'その他()']),
  choices('こどもへの思い・態度', ['拒否的', '無関心', '過干渉', '権威的', 'その他()']),
];

const surroundings = (): Cell[][] => [
  choices('家族関係', ['面会が極端に少ない', 'その他()']),
  choices('同胞の状況', ['同胞に疾患()', '同胞に障害()']),
  choices('養育者との分離歴', ['出産後の長期入院', '施設入所等', 'その他()']),
];

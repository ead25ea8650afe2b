import type { CaseFacts } from '@kaerimichi/discharge';
import {
  careNeedWords,
  childsNameAndKana,
  deviceWords,
  handedOn,
  partnerLines,
  schemeLines,
  skillWords,
} from '../child.ts';
import {
  allOf,
  box,
  cell,
  codeOf,
  from,
  longDay,
  MADE_ON,
  newest,
  nothing,
  originOf,
  printed,
  rows,
  shortDay,
  table,
  together,
  told,
  written,
} from '../form.ts';
import type { Known } from '../known.ts';
import { bornAndAge, sexRing } from '../letter.ts';
import type { Line, Paper, Rows, Table } from '../paper.ts';
import { whomToCall } from '../whom-to-call.ts';
import { type Template, titleOf } from './template.ts';

type Adult = NonNullable<CaseFacts['adult']>;

/** 成人移行サマリー: what adult care has to know, which service goes where, and who says what of being ready. */
export const transitionSummary: Template = {
  id: 'transitionSummary',
  title: titleOf('transitionSummary'),
  about: {
    ja: '成人の診療科・支援機関へ渡すまとめ。小児のサービスがどこへ移るか',
    en: 'For adult care: what it has to know, and which service goes where',
  },
  needs: ['contacts', 'clinical', 'plan'],
  madeBy: 'leadAndDoctors',
  approvedBy: 'doctor',
  forFamily: true,
  compose,
};

function compose(known: Known): Paper {
  return {
    form: null,
    title: transitionSummary.title.ja,
    size: 'A4',
    addressee: null,
    blocks: [
      rows(
        null,
        [cell('お名前(ふりがな)', 'contacts', childsNameAndKana(known), { width: 1.5 }), sexRing(known)],
        [cell('生年月日', 'contacts', bornAndAge(known)), cell(MADE_ON, 'plan', told(longDay(known.on)))],
        [cell('本人が大切にしていること・呼ばれたい名前', 'plan', nothing, { space: 2 })],
      ),
      whomToCall(known),
      body(known),
      ready(known),
      services(known),
      rows(
        'くらしと制度',
        [cell('支えている人', 'plan', partnerLines(known), { space: 2 })],
        [cell('制度・手帳(20歳からの手続き)', 'money', schemeLines(known), { space: 2 })],
        [cell('学校・仕事・通所', 'plan', nothing, { space: 2 })],
        [cell('決めるときの支え(意思決定支援・代理)', 'plan', nothing, { space: 2 })],
      ),
      {
        kind: 'signatures',
        lines: [
          { label: '小児の主治医', name: null, hasSeal: true },
          { label: '本人・家族', name: null },
        ],
      },
    ],
  };
}

const body = (known: Known): Rows =>
  rows(
    'からだのこと',
    [cell('主たる傷病名', 'clinical', nothing, { space: 2 })],
    [cell('これまでの経過・手術・入院', 'clinical', nothing, { space: 3 })],
    [
      cell('いまの状態', 'clinical', together(written(known, 'condition.assessed'), handedOn(known, 'condition')), {
        space: 3,
      }),
    ],
    [cell('必要な医療的ケア', 'clinical', told(careNeedWords(known).join('、'), from(known, 'plan.written')))],
    [
      cell(
        '薬・アレルギー',
        'clinical',
        together(written(known, 'medication.transcribed'), handedOn(known, 'medicines')),
        { space: 3 },
      ),
    ],
    [cell('機器', 'skills', deviceWords(known), { space: 2 })],
    [cell('ケアをする人', 'skills', skillWords(known), { space: 2 })],
    [cell('緊急のとき・希望する治療', 'clinical', handedOn(known, 'emergencies'), { space: 2 })],
  );

const emptyAdult: Pick<Adult, 'answers' | 'services' | 'visits'> = { answers: [], services: [], visits: [] };
const adultOf = ({ facts: { adult } }: Known) => adult ?? emptyAdult;

/** Who answered the questions of being ready, and what was written with it. */
function ready(known: Known): Rows {
  const { answers } = adultOf(known);
  const all = ['young', 'family', 'team'] as const;
  const line: Line = all.flatMap(by => [box(codeOf(by), answers.includes(by)), '  ']);
  const entries = allOf(known, 'readiness.answered');
  return rows(
    '移行の準備',
    [printed('チェックに答えた人', 'plan', { lines: [line], from: [] }, { isRecorded: answers.length > 0 })],
    [
      cell(
        '答えのメモ',
        'family',
        together(
          ...entries.map(entry =>
            told(entry.texts.note && `${codeOf(String(entry.event.body.by))}:${entry.texts.note}`, [originOf(entry)]),
          ),
        ),
        { space: 2 },
      ),
    ],
  );
}

function services(known: Known): Table {
  const { services: all, visits } = adultOf(known);
  const toRow = ({ service, state }: Adult['services'][number]): Line[] => {
    const entry = newest(known, 'adult.serviceMapped', ({ event }) => event.body.service === service);
    const visit = visits.findLast(one => one.service === service);
    return [[codeOf(service)], [codeOf(state, 'state')], [entry?.texts.note ?? ''], [visit ? shortDay(visit.on) : '']];
  };
  return table({
    title: 'どこへ移るか',
    head: ['小児のサービス', 'いま', '移る先・メモ', '最初の受診'],
    widths: [1.8, 1.2, 3, 1.1],
    rows: all.map(toRow),
    space: 2,
    from: allOf(known, 'adult.serviceMapped').map(originOf),
    category: 'plan',
  });
}

import type { CaseFacts } from '@kaerimichi/discharge';
import { childsName, deviceWords, skillWords } from '../child.ts';
import {
  box,
  cell,
  codeOf,
  from,
  longDay,
  newest,
  nothing,
  originOf,
  printed,
  rows,
  shortDay,
  table,
  told,
} from '../form.ts';
import type { Known } from '../known.ts';
import { bornAndAge } from '../letter.ts';
import type { Line, Paper, Rows, Table } from '../paper.ts';
import { whomToCall } from '../whom-to-call.ts';
import { type Template, titleOf } from './template.ts';

type Stay = CaseFacts['stays'][number];

/** 外泊計画・記録: of the newest stay; the family writes on it what happened. */
export const trialStay: Template = {
  id: 'trialStay',
  title: titleOf('trialStay'),
  about: {
    ja: '最後に予定した外泊の計画と、過ごした日の記録。持って出て、書きこめます',
    en: 'Of the newest stay: its plan, and room to write down how the days went',
  },
  needs: ['plan'],
  madeBy: 'lead',
  approvedBy: 'lead',
  forFamily: true,
  compose,
};

const newestStay = ({ facts: { stays = [] } }: Known): Stay | undefined => stays.at(-1);

function compose(known: Known): Paper {
  const stay = newestStay(known);
  return {
    form: null,
    title: stay?.kind === 'rehearsal' ? '院内外泊 計画・記録' : trialStay.title.ja,
    size: 'A4',
    addressee: null,
    blocks: [
      rows(null, [cell('お名前', 'contacts', childsName(known)), cell('生年月日', 'contacts', bornAndAge(known))]),
      planned(known, stay),
      whomToCall(known),
      rows(
        '持ち物・ケアをする人',
        [cell('機器', 'skills', deviceWords(known), { space: 2 })],
        [cell('ケアをする人とできること', 'skills', skillWords(known), { space: 2 })],
        [cell('持っていく物品・薬', 'plan', nothing, { space: 2 })],
      ),
      timetable(),
      happened(known, stay),
      returned(known, stay),
      {
        kind: 'signatures',
        lines: [
          { label: '外泊を許可した医師', name: null },
          { label: '説明した看護師', name: null },
          { label: '付き添う人', name: null },
        ],
      },
    ],
  };
}

function planned(known: Known, stay: Stay | undefined): Rows {
  const isOf = ({ event }: Known['entries'][number]) => event.body.stayId === stay?.id;
  const plan = stay && newest(known, 'trialStay.planned', isOf);
  const origins = plan ? [originOf(plan)] : [];
  const isHome = stay?.kind === 'home';
  const places: Line = [
    box('自宅', isHome),
    '  ',
    box('院内', stay !== undefined && !isHome),
    '  ',
    box('その他(              )'),
  ];
  const visits: Line = [box('あり', stay?.stationVisits), '  ', box('なし', stay !== undefined && !stay.stationVisits)];
  return rows(
    '計画',
    [
      cell('出る日', 'plan', told(stay && longDay(stay.from), origins)),
      cell('戻る日', 'plan', told(stay && longDay(stay.to), origins)),
    ],
    [
      printed('場所', 'plan', { lines: [places], from: origins }, { isRecorded: stay !== undefined, width: 1.3 }),
      printed('訪問看護の訪問', 'plan', { lines: [visits], from: origins }, { isRecorded: stay !== undefined }),
    ],
    [
      cell(
        '医師の許可',
        'plan',
        told(stay?.permittedOn && longDay(stay.permittedOn), from(known, 'trialStay.permitted', isOf)),
      ),
      cell('移動のしかた', 'plan', nothing),
    ],
    [cell('目的・気をつけること', 'plan', told(plan?.texts.note, origins), { space: 2 })],
  );
}

const timetable = (): Table =>
  table({
    title: '一日の予定',
    head: ['時刻', 'すること(ケア・注入・薬・吸引)', 'だれが', 'できた'],
    widths: [0.8, 4, 1.2, 0.7],
    rows: [],
    space: 5,
    category: 'plan',
  });

/** The diary, oldest first, with room for what is written on paper. */
function happened(known: Known, stay: Stay | undefined): Table {
  const diary = known.entries.filter(
    ({ event }) => event.type === 'trialStay.noted' && stay !== undefined && event.body.stayId === stay.id,
  );
  return table({
    title: '過ごした記録',
    head: ['日', '困ったこと', '内容'],
    widths: [0.9, 0.8, 5],
    rows: diary.map((entry): Line[] => [
      [shortDay(entry.event.occurredOn ?? entry.event.on)],
      [box('', entry.event.body.isProblem === true)],
      [entry.texts.diary ?? ''],
    ]),
    space: 4,
    from: diary.map(originOf),
    category: 'plan',
  });
}

function returned(known: Known, stay: Stay | undefined): Rows {
  const entry =
    stay?.endedSeq === undefined ? undefined : known.entries.find(({ event }) => event.seq === stay.endedSeq);
  const origins = entry ? [originOf(entry)] : [];
  return rows(
    '戻ってから',
    [
      cell('戻った日', 'plan', told(stay?.endedOn && longDay(stay.endedOn), origins)),
      cell('どうだったか', 'plan', told(stay?.result && codeOf(stay.result), origins)),
    ],
    [cell('困ったことと、次に変えること', 'clinical', told(entry?.texts.problems, origins), { space: 3 })],
  );
}

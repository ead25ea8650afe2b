import type { CaseFacts, TeamFunction } from '@kaerimichi/discharge';
import { nameOf } from '../child.ts';
import {
  box,
  cell,
  codeOf,
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
import type { Line, Paper } from '../paper.ts';
import { type Template, titleOf } from './template.ts';

type Conference = CaseFacts['conferences'][number];

/** The newest conference that was held; what of it was written is on the paper, the rest is written in by hand. */
const lastHeld = ({ facts: { conferences = [] } }: Known): Conference | undefined =>
  conferences.filter(({ heldOn }) => heldOn !== undefined).at(-1);

/** 会議の議事録: a joint conference before discharge is documented for both sides (B004, B005: 共同指導の文書). */
export const conferenceMinutes: Template = {
  id: 'conferenceMinutes',
  title: titleOf('conferenceMinutes'),
  about: {
    ja: '最後に開いた会議の議事録。退院時共同指導の文書として双方に残します',
    en: 'Of the last conference; kept by both sides as the document of joint guidance',
  },
  needs: ['plan'],
  madeBy: 'team',
  approvedBy: 'doctor',
  forFamily: true,
  compose,
};

function compose(known: Known): Paper {
  const held = lastHeld(known);
  return {
    form: null,
    title: `${held ? codeOf(held.kind) : '会議'} 議事録`,
    size: 'A4',
    addressee: known.reads('contacts') && nameOf(known) ? `(患者氏名) ${nameOf(known)} 殿` : null,
    blocks: [
      rows(null, ...when(known, held)),
      present(held),
      rows(null, [cell('話し合ったこと・決まったこと', 'plan', minutes(known, held), { space: 12 })]),
      decisions(known, held),
      agreed(known, held),
      ...addenda(known, held),
      rows(null, ...next(known, held)),
      {
        kind: 'signatures',
        lines: [
          { label: '入院医療機関(説明・指導した者)', name: null },
          { label: '在宅側の医療機関・訪問看護ステーション', name: null },
          { label: 'ご本人・ご家族(文書を受け取った日     年    月    日)', name: null },
        ],
      },
    ],
  };
}

const isOf = (held: Conference | undefined) => (entry: Known['entries'][number]) =>
  entry.event.body.conferenceId === held?.id;

function when(known: Known, held: Conference | undefined) {
  const entry = newest(known, 'conference.held', isOf(held));
  const planned = newest(known, 'conference.planned', isOf(held));
  const status = held?.minutes ?? 'none';
  return [
    [
      cell('開催日', 'plan', told(held?.heldOn && longDay(held.heldOn), entry && [originOf(entry)])),
      cell('時刻', 'plan', told(held?.startsAt), { width: 0.7 }),
    ],
    [
      cell('場所', 'plan', told(planned?.texts.place, planned && [originOf(planned)])),
      printed('方法', 'plan', { lines: [methodOf(held)], from: [] }, { width: 0.9, isRecorded: held !== undefined }),
    ],
    [
      printed(
        'この議事録',
        'plan',
        { lines: [[box('下書き', status === 'drafted'), '  ', box('承認済み', status === 'approved')]], from: [] },
        { isRecorded: status !== 'none' },
      ),
    ],
  ];
}

/** Whoever came by screen is recorded; without any, everybody was there. */
function methodOf(held: Conference | undefined): Line {
  const byScreen = held?.online?.length ?? 0;
  const inPerson = (held?.attended.length ?? 0) - byScreen;
  return [box('対面', inPerson > 0), '  ', box('ビデオ通話', byScreen > 0)];
}

function present(held: Conference | undefined) {
  const isOnline = (part: TeamFunction) => held?.online?.includes(part) ?? false;
  const toRow = (part: TeamFunction): Line[] => [[`${codeOf(part)}${isOnline(part) ? '(画面)' : ''}`], [''], ['']];
  return table({
    title: '出席者',
    head: ['職種', '氏名', '所属'],
    widths: [1.4, 2, 2.6],
    rows: (held?.attended ?? []).map(toRow),
    space: 2,
    category: 'plan',
  });
}

function minutes(known: Known, held: Conference | undefined) {
  const entry = newest(known, 'minutes.drafted', isOf(held));
  const note = newest(known, 'conference.held', isOf(held));
  const source = entry ?? note;
  return told(entry ? entry.texts.minutes : note?.texts.note, source && [originOf(source)]);
}

/** 決まったこと, as they were written down while the conference went on. */
function decisions(known: Known, held: Conference | undefined) {
  const texts = known.entries
    .filter(entry => entry.event.type === 'conference.noted' && isOf(held)(entry))
    .flatMap(entry =>
      Object.entries(entry.texts).flatMap(([name, text]) => (name.startsWith('decisions.') ? text : [])),
    );
  return table({
    title: '決まったこと',
    head: ['', '内容'],
    widths: [0.35, 7.15],
    rows: texts.map((text, at): Line[] => [[String(at + 1)], [text]]),
    space: 1,
    category: 'plan',
  });
}

/** What was added after the minutes were approved, which themselves do not change. */
function addenda(known: Known, held: Conference | undefined) {
  const added = known.entries.filter(entry => entry.event.type === 'minutes.supplemented' && isOf(held)(entry));
  if (added.length === 0) return [];
  return [
    table({
      title: '追記(承認のあと)',
      head: ['日', '内容', '組織'],
      widths: [1.05, 4.55, 1.9],
      rows: added.map(({ event, texts }): Line[] => [
        [shortDay(event.on)],
        [texts.addendum ?? ''],
        [known.orgs[event.by.org] ?? ''],
      ]),
      space: 0,
      category: 'plan',
    }),
  ];
}

function agreed({ facts: { actionItems = [] }, itemTexts, members }: Known, held: Conference | undefined) {
  const toRow = ({ id, owner, dueOn, closedOn }: CaseFacts['actionItems'][number]): Line[] => [
    [box('', closedOn !== undefined)],
    [itemTexts[id] ?? ''],
    [(owner && members[owner]) ?? ''],
    [dueOn ? shortDay(dueOn) : ''],
  ];
  return table({
    title: '宿題(担当・期限)',
    head: ['済', '内容', '担当', '期限'],
    widths: [0.35, 4.2, 1.9, 1.05],
    rows: actionItems.filter(({ conference }) => conference === held?.id).map(toRow),
    space: 2,
    category: 'plan',
  });
}

function next({ facts: { dischargeDay, conferences = [] } }: Known, held: Conference | undefined) {
  const planned = conferences.find(({ id, heldOn, plannedOn }) => id !== held?.id && !heldOn && plannedOn);
  return [
    [
      cell('退院予定日', 'plan', told(dischargeDay && longDay(dischargeDay.day))),
      cell('次の会議', 'plan', told(planned?.plannedOn && longDay(planned.plannedOn))),
    ],
    [cell('渡した文書', 'plan', nothing)],
  ];
}

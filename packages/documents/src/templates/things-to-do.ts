import { nameOf } from '../child.ts';
import { box, cell, longDay, MADE_ON, rows, shortDay, table, told } from '../form.ts';
import type { Known, ToDo } from '../known.ts';
import type { Line, Paper, Table } from '../paper.ts';
import { type Template, titleOf } from './template.ts';

/** 退院までにすること: what is still to be done, by whom and until when, to be ticked on paper. */
export const thingsToDo: Template = {
  id: 'thingsToDo',
  title: titleOf('thingsToDo'),
  about: {
    ja: '残っている条件・チェックリスト・宿題を、担当と期限つきで1枚に',
    en: 'What is left of conditions, checklists and action items, with owner and day',
  },
  needs: ['plan'],
  madeBy: 'team',
  approvedBy: 'lead',
  forFamily: true,
  compose,
};

function compose(known: Known): Paper {
  const { dischargeDay } = known.facts;
  return {
    form: null,
    title: thingsToDo.title.ja,
    size: 'A4',
    addressee: known.reads('contacts') && nameOf(known) ? `${nameOf(known)} さん` : null,
    blocks: [
      rows(null, [
        cell('退院予定日', 'plan', told(dischargeDay && longDay(dischargeDay.day))),
        cell(MADE_ON, 'plan', told(longDay(known.on))),
      ]),
      toDo('次へ進むための条件', known.conditions),
      toDo('会議の宿題', homework(known), 1),
      toDo('チェックリスト', known.checks, 2),
    ],
  };
}

const homework = ({ facts: { actionItems = [] }, itemTexts, members }: Known): ToDo[] =>
  actionItems
    .filter(({ closedOn }) => closedOn === undefined)
    .map(({ id, owner, dueOn }) => ({
      what: itemTexts[id] ?? '(内容の記録なし)',
      owner: (owner && members[owner]) ?? null,
      dueOn: dueOn ?? null,
      isDone: false,
    }));

/** What is due first stands first; what has no day, last. */
const byDay = (a: ToDo, b: ToDo) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9');

function toDo(title: string, all: readonly ToDo[], space = 0): Table {
  const toLine = ({ what, owner, dueOn, isDone }: ToDo): Line[] => [
    [box('', isDone)],
    [what],
    [owner ?? ''],
    [dueOn ? shortDay(dueOn) : ''],
  ];
  return table({
    title,
    head: ['済', 'すること', '担当', '期限'],
    widths: [0.35, 4.6, 1.7, 1.05],
    rows: all
      .filter(({ isDone }) => !isDone)
      .toSorted(byDay)
      .map(toLine),
    space,
    category: 'plan',
  });
}

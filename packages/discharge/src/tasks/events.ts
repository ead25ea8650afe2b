import { tokyoDay } from '@kaerimichi/rules/calendar';
import { z } from 'zod';
import { checksOf } from '../checklists/checklist.ts';
import { type CaseEvent, changeItem, defineFact, noteText, type Objection, reasonText } from '../event.ts';
import type { CaseFacts } from '../facts.ts';
import { requirements } from '../requirements.ts';
import { type Category, day, instant, itemId } from '../vocabulary.ts';
import { openTask } from './open-task.ts';
import { categoryOfTask, taskRef } from './task-key.ts';

/** Facts are written whole with every event: of so many tasks of one child they remember who or when beside the rule. */
const MOST_SET = 8;

const key = z
  .string()
  .regex(/^[A-Za-z0-9_.-]{3,120}$/, 'a task has 3 to 120 letters, digits, dots, - or _')
  .describe('kind and what it is about, as GET /tasks tells it');

type Change = {
  readonly owner?: string;
  readonly dueOn?: string;
  readonly lent?: { readonly to: string; readonly until: string } | undefined;
  readonly reminded?: { readonly at: string; readonly org: string };
};

const gone: Objection = {
  code: 'task.gone',
  text: {
    ja: 'このタスクはもうありません。だれかが終えたか、段階が変わりました。',
    en: 'This task is no longer there: somebody did it, or the stage has changed.',
  },
};

const tooMany: Objection = {
  code: 'task.tooMany',
  text: {
    ja: `担当や期限を変えられるのは、ひとりの子について${MOST_SET}件までです。ほかのタスクが終わると変えられます。`,
    en: `For one child, owner or date of at most ${MOST_SET} tasks can be set. Another can when one of them is done.`,
  },
};

/** Whether one more thing may be remembered beside the facts about a task. */
const isRoomFor = (task: string, { tasks = [] }: CaseFacts): boolean =>
  tasks.some(other => other.key === task) || tasks.length < MOST_SET;

/** What stands against a change of a task: it is gone, it is another organisation's, or there are too many. */
function objection(facts: CaseFacts, { body, by, on, at }: CaseEvent<Named>): Objection | null {
  const open = openTask(facts, body.task, on);
  if (!open) return gone;
  const isLent = open.lent?.to === by.membership && open.lent.until > at;
  if (open.org !== by.org && open.owner !== by.membership && !isLent)
    return {
      code: 'task.notYours',
      text: { ja: 'ほかの組織のタスクです。', en: 'That is a task of another organisation.' },
    };
  const isKeptThere = isOfItem(body.task) && !body.returnsAt;
  return isKeptThere || isRoomFor(body.task, facts) ? null : tooMany;
}

type Named = { readonly task: string; readonly returnsAt?: string | undefined };

/** Holds, action items and items of a checklist have owner and day of their own. */
const isOfItem = (task: string) => ['hold', 'actionItem', 'checklist'].includes(taskRef(task)?.kind ?? '');

/** What is remembered beside the facts about a task, changed; forgotten when nothing is left of it. */
function besides(facts: CaseFacts, task: string, change: Change): CaseFacts {
  const before = facts.tasks?.find(other => other.key === task);
  const { lent, ...kept } = { ...before, key: task, ...change };
  const after = lent ? { ...kept, lent } : kept;
  const others = (facts.tasks ?? []).filter(other => other !== before);
  const all = Object.keys(after).length > 1 ? [...others, after] : others;
  const { tasks: _before, ...rest } = facts;
  return all.length > 0 ? { ...rest, tasks: all } : rest;
}

function setTask(facts: CaseFacts, task: string, change: Change): CaseFacts {
  const { kind, ref } = taskRef(task) ?? {};
  const { owner, dueOn, ...beside } = change;
  // Given for good, it comes back to nobody.
  const ends = owner && !beside.lent ? { lent: undefined } : {};
  if (!isOfItem(task) || beside.lent || beside.reminded) return besides(facts, task, { ...change, ...ends });
  const item = owner ? besides(facts, task, ends) : facts;
  if (kind === 'hold')
    return {
      ...item,
      holds: changeItem(item.holds, ref ?? '', { ...(owner ? { owner } : {}), ...(dueOn ? { recheckOn: dueOn } : {}) }),
    };
  const owned = { ...(owner ? { owner } : {}), ...(dueOn ? { dueOn } : {}) };
  if (kind === 'checklist') return setCheck(item, ref ?? '', owned);
  return { ...item, actionItems: changeItem(item.actionItems, ref ?? '', owned) };
}

/** An item of a checklist that nobody touched stands in no facts yet. */
function setCheck(facts: CaseFacts, id: string, { owner, dueOn }: Change): CaseFacts {
  const known = checksOf(facts).find(other => other.id === id);
  if (!known) return facts;
  const before = facts.checklistItems ?? [];
  const item = before.find(other => other.id === id) ?? { id, on: known.on };
  const set = { ...item, ...(owner ? { owner } : {}), ...(dueOn ? { dueOn } : {}) };
  return { ...facts, checklistItems: [...before.filter(other => other.id !== id), set] };
}

/** A task tells as much as what it is about, and so does why it waits. */
const categoryOf = (task: unknown, of: (type: string) => Category): Category =>
  categoryOfTask(String(task), id => {
    const fix = requirements.get(id)?.fix;
    return fix ? of(fix) : 'protection';
  });

const noLonger: Objection = {
  code: 'task.returnsPast',
  text: { ja: '戻る時刻が過ぎています。', en: 'The time at which it returns has passed already.' },
};

const taskAssigned = defineFact('task.assigned', {
  label: { ja: 'タスクの担当を変える', en: 'Give a task to somebody' },
  reading: 'たすく の たんとう を かえる',
  told: { ja: 'タスクの担当を変えた', en: 'Task given to somebody' },
  category: 'plan',
  apart: ({ task }, of) => {
    const category = categoryOf(task, of);
    return { task: category, note: category };
  },
  body: {
    task: key,
    owner: itemId,
    returnsAt: instant.optional().describe('until when; without it for good'),
  },
  texts: noteText,
  objection: (facts, event) =>
    event.body.returnsAt && event.body.returnsAt <= event.at ? noLonger : objection(facts, event),
  record: (facts, { body: { task, owner, returnsAt } }) =>
    setTask(facts, task, returnsAt ? { lent: { to: owner, until: returnsAt } } : { owner }),
});

const taskDueMoved = defineFact('task.dueMoved', {
  label: { ja: 'タスクの期限を動かす', en: 'Move the due date of a task' },
  reading: 'たすく の きげん を うごかす',
  told: { ja: 'タスクの期限を動かした', en: 'Due date of a task moved' },
  category: 'plan',
  apart: ({ task }, of) => {
    const category = categoryOf(task, of);
    return { task: category, reason: category };
  },
  body: { task: key, dueOn: day },
  texts: reasonText,
  objection: (facts, event) =>
    event.body.dueOn < event.on
      ? { code: 'task.past', text: { ja: '過ぎた日です。', en: 'The day has passed already.' } }
      : objection(facts, event),
  record: (facts, { body }) => setTask(facts, body.task, { dueOn: body.dueOn }),
});

const notWaiting: Objection = {
  code: 'task.notWaiting',
  text: {
    ja: '催促できるのは、ほかの組織の番で、その返事を待っているときだけです。',
    en: 'Only what another organisation has to do, and you wait for, can be reminded of.',
  },
};

/** Whoever waits for a task of another organisation: the lead for all, another for what it asked itself. */
function remindObjection(facts: CaseFacts, { body, by, on, at }: CaseEvent<Named>): Objection | null {
  const open = openTask(facts, body.task, on);
  // Whoever does not lead learns of nothing else whether it is there.
  if (by.org !== facts.lead && open?.waiting !== by.org) return notWaiting;
  if (!open) return gone;
  if (open.org === by.org) return notWaiting;
  if (open.reminded && tokyoDay(open.reminded.at) === tokyoDay(at))
    return {
      code: 'task.remindedToday',
      text: {
        ja: 'きょうはもう催促しました。催促は1日1回までです。',
        en: 'A reminder went out today already: at most one a day.',
      },
    };
  return isRoomFor(body.task, facts) ? null : tooMany;
}

/** Told to nobody but those who see the task: a line in the list of whoever has it. */
const taskReminded = defineFact('task.reminded', {
  label: { ja: '返事を催促する', en: 'Remind of a task' },
  reading: 'へんじ を さいそくする',
  told: { ja: '返事を催促した', en: 'Reminded of a task' },
  category: 'plan',
  apart: ({ task }, of) => ({ task: categoryOf(task, of) }),
  append: true,
  body: { task: key },
  objection: remindObjection,
  record: (facts, { body, at, by }) => setTask(facts, body.task, { reminded: { at, org: by.org } }),
});

export const taskEvents = [taskAssigned, taskDueMoved, taskReminded] as const;

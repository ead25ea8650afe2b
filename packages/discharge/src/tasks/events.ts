import { z } from 'zod';
import { checksOf } from '../checklists/checklist.ts';
import { type CaseEvent, changeItem, defineFact, type Objection, reasonText } from '../event.ts';
import type { CaseFacts } from '../facts.ts';
import { requirements } from '../requirements.ts';
import { type Category, day, itemId } from '../vocabulary.ts';
import { openTask } from './open-task.ts';
import { categoryOfTask, taskRef } from './task-key.ts';

/** Facts are written whole with every event: of so many tasks of one child they remember who or when beside the rule. */
const MOST_SET = 8;

const key = z
  .string()
  .regex(/^[A-Za-z0-9_.-]{3,120}$/, 'a task has 3 to 120 letters, digits, dots, - or _')
  .describe('kind and what it is about, as GET /tasks tells it');

type Change = { readonly owner?: string; readonly dueOn?: string };

/** What stands against a change of a task: it is gone, it is another organisation's, or there are too many. */
function objection(facts: CaseFacts, { body, by, on }: CaseEvent<{ readonly task: string }>): Objection | null {
  const open = openTask(facts, body.task, on);
  if (!open)
    return {
      code: 'task.gone',
      text: {
        ja: 'このタスクはもうありません。だれかが終えたか、段階が変わりました。',
        en: 'This task is no longer there: somebody did it, or the stage has changed.',
      },
    };
  if (open.org !== by.org && open.owner !== by.membership)
    return {
      code: 'task.notYours',
      text: { ja: 'ほかの組織のタスクです。', en: 'That is a task of another organisation.' },
    };
  const isSet = facts.tasks?.some(other => other.key === body.task) || isOfItem(body.task);
  return isSet || (facts.tasks?.length ?? 0) < MOST_SET
    ? null
    : {
        code: 'task.tooMany',
        text: {
          ja: `担当や期限を変えられるのは、ひとりの子について${MOST_SET}件までです。ほかのタスクが終わると変えられます。`,
          en: `For one child, owner or date of at most ${MOST_SET} tasks can be set. Another can when one of them is done.`,
        },
      };
}

/** Holds, action items and items of a checklist have owner and day of their own. */
const isOfItem = (task: string) => ['hold', 'actionItem', 'checklist'].includes(taskRef(task)?.kind ?? '');

function setTask(facts: CaseFacts, task: string, change: Change): CaseFacts {
  const { kind, ref } = taskRef(task) ?? {};
  const { owner, dueOn } = change;
  if (kind === 'hold')
    return {
      ...facts,
      holds: changeItem(facts.holds, ref ?? '', {
        ...(owner ? { owner } : {}),
        ...(dueOn ? { recheckOn: dueOn } : {}),
      }),
    };
  if (kind === 'actionItem') return { ...facts, actionItems: changeItem(facts.actionItems, ref ?? '', change) };
  if (kind === 'checklist') return setCheck(facts, ref ?? '', change);
  const before = facts.tasks?.find(other => other.key === task);
  const others = (facts.tasks ?? []).filter(other => other !== before);
  return { ...facts, tasks: [...others, { ...before, key: task, ...change }] };
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

const taskAssigned = defineFact('task.assigned', {
  label: { ja: 'タスクの担当を変える', en: 'Give a task to somebody' },
  reading: 'たすく の たんとう を かえる',
  told: { ja: 'タスクの担当を変えた', en: 'Task given to somebody' },
  category: 'plan',
  apart: ({ task }, of) => ({ task: categoryOf(task, of) }),
  body: { task: key, owner: itemId },
  objection,
  record: (facts, { body }) => setTask(facts, body.task, { owner: body.owner }),
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

export const taskEvents = [taskAssigned, taskDueMoved] as const;

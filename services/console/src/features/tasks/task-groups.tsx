import { useSpeech } from '../../words/speech-context.tsx';
import { groupTasks } from './group-tasks.ts';
import { rowKey } from './row-key.ts';
import { type RowActions, TaskRow } from './task-row.tsx';

type Props = RowActions & { readonly today: string; readonly isOwn: boolean };

/** The list by when things are due. */
export function TaskGroups({ today, isOwn, ...actions }: Props) {
  const { say, code } = useSpeech();
  const { rows, chosen } = actions;
  return groupTasks(rows.shown, today, isOwn).map(([group, tasks]) => {
    const id = `tasks-${group}`;
    const open = tasks.filter(task => !rows.of(task));
    return (
      <section className="stack-tight" aria-labelledby={id} key={group}>
        <h2 id={id}>
          {code('taskGroup', group)} <span className="muted small">{say('common.toDo', { n: open.length })}</span>
        </h2>
        <ul className="task-list">
          {tasks.map(task => (
            <TaskRow
              key={rowKey(task)}
              task={task}
              today={today}
              isChosen={chosen?.has(rowKey(task)) ?? false}
              {...actions}
            />
          ))}
        </ul>
      </section>
    );
  });
}

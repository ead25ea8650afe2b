import type { Task } from '@kaerimichi/contracts';
import { daysBetween } from '@kaerimichi/discharge';
import { Link } from 'react-router';
import { usePageTitle } from '../../app/page-title.ts';
import { useObservable } from '../../app/services.tsx';
import { useMyTurns } from '../../app/use-my-turns.ts';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { childCalled } from '../../parts/child-words.ts';
import { DeadlineChip } from '../../parts/chips.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { DraftList } from '../drafts/draft-list.tsx';
import { NoCaseYet } from '../start/no-case-yet.tsx';
import { groupTasks, type TaskGroup } from './group-tasks.ts';
import './tasks.css';
import { useTasks } from './use-tasks.ts';
import { WaitingLinks } from './waiting-links.tsx';

/** マイタスク: what one has to do oneself, over all children; each line opens the form that makes it true. */
export function TasksPage() {
  const { say } = useSpeech();
  const today = useToday();
  const turns = useMyTurns();
  const tasks = useTasks();
  usePageTitle(say('nav.tasks'));
  const groups = groupTasks(tasks.data?.tasks ?? [], today);
  return (
    <div className="page stack">
      <div className="row spread">
        <h1>{say('nav.tasks')}</h1>
        <WaitingLinks />
      </div>
      {tasks.data && groups.length > 0 && (
        <p className="muted">{say('task.counts', { turns, n: tasks.data.tasks.length })}</p>
      )}
      <ProblemNote error={tasks.error} onRetry={() => void tasks.refetch()} />
      {tasks.isPending && <p role="status">{say('common.loading')}</p>}
      {tasks.data && groups.length === 0 && <NothingToDo />}
      {groups.map(([group, own]) => (
        <Group key={group} group={group} tasks={own} today={today} />
      ))}
      <DraftList />
      {tasks.data?.more && <p className="muted">{say('task.more')}</p>}
    </div>
  );
}

function NothingToDo() {
  const { say } = useSpeech();
  const { live } = useWorkplace();
  const { isLoaded, held } = useObservable(live.feed.state);
  if (isLoaded && held.cards.size === 0) return <NoCaseYet />;
  return (
    <section className="panel stack-tight">
      <p>{say('task.none')}</p>
      <p>
        <Link className="button" to="/board">
          {say('nav.board')}
        </Link>
      </p>
    </section>
  );
}

type GroupProps = { readonly group: TaskGroup; readonly tasks: readonly Task[]; readonly today: string };

function Group({ group, tasks, today }: GroupProps) {
  const { say, code } = useSpeech();
  const id = `tasks-${group}`;
  return (
    <section className="stack-tight" aria-labelledby={id}>
      <h2 id={id}>
        {code('taskGroup', group)} <span className="muted small">{say('common.toDo', { n: tasks.length })}</span>
      </h2>
      <ul className="task-list">
        {tasks.map(task => (
          <TaskRow key={`${task.caseId} ${task.kind} ${task.ref}`} task={task} today={today} />
        ))}
      </ul>
    </section>
  );
}

function TaskRow({ task, today }: { readonly task: Task; readonly today: string }) {
  const speech = useSpeech();
  const { say, pick } = speech;
  const { caseId, no, what, since, dueOn, owner, fix } = task;
  const called = childCalled(task, speech);
  const days = since === undefined ? 0 : daysBetween(since, today);
  return (
    <li className="task" data-task={caseId} data-kind={task.kind}>
      <Link className="task-link" to={fix.route}>
        <span className="task-child">
          <span className="case-no">{no}</span> {called && <strong>{called}</strong>}
        </span>
        <span className="task-what">{pick(what)}</span>
      </Link>
      <span className="task-when small">
        {owner.person && <span className="muted">{say('task.named', { name: owner.person })}</span>}
        {task.key && <TaskChanges task={task} />}
        {days > 0 && <span className="muted">{say('task.since', { days })}</span>}
        {dueOn && <DeadlineChip on={dueOn} today={today} />}
      </span>
    </li>
  );
}

/** Ways to give a task to a colleague and to move its day; each is an entry of the case's history. */
function TaskChanges({ task: { caseId, no, key = '', what } }: { readonly task: Task }) {
  const { say, pick } = useSpeech();
  const about = { no, what: pick(what) };
  const to = (event: string) => `/cases/${caseId}/record/${event}?task=${encodeURIComponent(key)}`;
  return (
    <span className="task-changes">
      <Link to={to('task.assigned')} aria-label={say('task.assignName', about)}>
        {say('task.assign')}
      </Link>
      <Link to={to('task.dueMoved')} aria-label={say('task.moveDueName', about)}>
        {say('task.moveDue')}
      </Link>
    </span>
  );
}

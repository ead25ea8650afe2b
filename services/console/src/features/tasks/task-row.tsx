import type { Task } from '@kaerimichi/contracts';
import { daysBetween } from '@kaerimichi/discharge';
import { type KeyboardEvent, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { usePreferences } from '../../app/services.tsx';
import { Button } from '../../parts/button.tsx';
import { childCalled } from '../../parts/child-words.ts';
import { DeadlineChip } from '../../parts/chips.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { isWriting } from '../board/keys.ts';
import { SettledWords } from './settled-words.tsx';
import { TaskDetail } from './task-detail.tsx';
import { taskAction } from './task-keys.ts';
import type { SettledRows } from './use-settled.ts';
import { useTick } from './use-tick.ts';

export type RowActions = {
  readonly rows: SettledRows;
  /** null: nothing is being chosen. */
  readonly chosen: ReadonlySet<string> | null;
  readonly onChoose: (task: Task) => void;
  readonly onAssign: (task: Task) => void;
  readonly onDate: (task: Task) => void;
};

type Props = RowActions & { readonly task: Task; readonly today: string; readonly isChosen: boolean };

/** One thing to do: a box to tick where one press does it, the child, what, by when, and what else can be done with it. */
export function TaskRow({ task, today, isChosen, ...actions }: Props) {
  const speech = useSpeech();
  const { pick } = speech;
  const tick = useTick(task, actions.rows);
  const onKeyDown = useRowKeys(task, { ...actions, done: tick.done });
  const [isOpen, setOpen] = useState(false);
  const called = childCalled(task, speech);
  const words = (
    <>
      <span className="task-child">
        <span className="case-no">{task.no}</span> {called && <strong>{called}</strong>}
      </span>
      <span className="task-what">{pick(task.what)}</span>
    </>
  );
  return (
    <li
      className="task"
      data-task={task.caseId}
      data-kind={task.kind}
      data-settled={tick.settled?.is}
      onKeyDown={onKeyDown}
    >
      <TaskBox task={task} tick={tick} isChosen={isChosen} {...actions} />
      <Link className="task-link" to={tick.settled ? `/cases/${task.caseId}` : task.fix.route}>
        {tick.settled ? <s>{words}</s> : words}
      </Link>
      {tick.settled ? (
        <SettledWords settled={tick.settled} tick={tick} />
      ) : (
        <TaskFoot task={task} today={today} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} {...actions} />
      )}
      <ProblemNote error={tick.error} />
      {isOpen && !tick.settled && task.key && <TaskDetail task={task} taskKey={task.key} today={today} />}
    </li>
  );
}

type BoxProps = RowActions & {
  readonly task: Task;
  readonly tick: ReturnType<typeof useTick>;
  readonly isChosen: boolean;
};

/** To choose among several, or to tick; an empty place where neither is. */
function TaskBox({ task, tick, isChosen, chosen, onChoose }: BoxProps) {
  const { say, pick } = useSpeech();
  const about = { no: task.no, what: pick(task.what) };
  if (chosen && task.key && !tick.settled)
    return (
      <label className="task-box">
        <input
          type="checkbox"
          checked={isChosen}
          aria-label={say('task.chooseName', about)}
          onChange={() => onChoose(task)}
        />
      </label>
    );
  if (!task.tick) return <span className="task-box" />;
  return (
    <label className="task-box">
      <input
        type="checkbox"
        checked={tick.settled !== undefined}
        aria-disabled={tick.settled !== undefined || undefined}
        aria-label={say('task.tickName', about)}
        onChange={() => tick.done()}
      />
    </label>
  );
}

type FootProps = RowActions & {
  readonly task: Task;
  readonly today: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
};

function TaskFoot({ task, today, isOpen, onToggle, onAssign, onDate }: FootProps) {
  const { say, pick, language } = useSpeech();
  const { since, dueOn, owner, reminded, key, no } = task;
  const days = since === undefined ? 0 : daysBetween(since, today);
  const about = { no, what: pick(task.what) };
  return (
    <span className="task-when task-columns small">
      <span className="task-notes">
        {reminded && (
          <span className="task-reminded">
            {say('task.reminded', { org: reminded.orgName, at: dayAndTime(reminded.at, language, today) })}
          </span>
        )}
        {owner.person && <span className="muted">{say('task.named', { name: owner.person })}</span>}
        {owner.until && (
          <span className="muted">{say('task.until', { at: dayAndTime(owner.until, language, today) })}</span>
        )}
      </span>
      {key && (
        <span className="task-changes">
          <Button isSmall kind="quiet" aria-label={say('task.assignName', about)} onClick={() => onAssign(task)}>
            {say('task.assign')}
          </Button>
          <Button
            isSmall
            kind="quiet"
            aria-label={say(task.kind === 'hold' ? 'task.recheckName' : 'task.moveDueName', about)}
            onClick={() => onDate(task)}
          >
            {say(task.kind === 'hold' ? 'task.recheck' : 'task.moveDue')}
          </Button>
          <Button
            isSmall
            kind="quiet"
            aria-expanded={isOpen}
            aria-label={say('task.detailName', about)}
            onClick={onToggle}
          >
            {say('task.detail')}
          </Button>
        </span>
      )}
      {days > 0 && <span className="muted task-since">{say('task.since', { days })}</span>}
      {dueOn && (
        <span className="task-due">
          <DeadlineChip on={dueOn} today={today} />
        </span>
      )}
    </span>
  );
}

type KeyActions = Pick<RowActions, 'onAssign' | 'onDate'> & { readonly done: () => void };

/** Keys while the focus is in a row; on a button or box its own keys stay its own. */
function useRowKeys(task: Task, { onAssign, onDate, done }: KeyActions) {
  const { letters } = usePreferences();
  const navigate = useNavigate();
  const tickOrOpen = () => {
    if (task.tick) return done();
    // Of a hold that is still there the next look is dated; all else has its form.
    if (task.kind === 'hold' && task.key) return onDate(task);
    void navigate(task.fix.route);
  };
  return (event: KeyboardEvent<HTMLLIElement>) => {
    if (event.defaultPrevented || isWriting(event.target)) return;
    const action = taskAction(event.nativeEvent, letters);
    const isOnLink = event.target instanceof Element && event.target.classList.contains('task-link');
    if (!action || (action === 'tick' && !isOnLink)) return;
    event.preventDefault();
    if (action === 'next' || action === 'previous') return focusBeside(event.currentTarget, action);
    if (action === 'tick') return tickOrOpen();
    if (task.key) (action === 'date' ? onDate : onAssign)(task);
  };
}

/** The link of the next row of the page, or of the one before. */
function focusBeside(row: HTMLElement, way: 'next' | 'previous'): void {
  const links = [...document.querySelectorAll<HTMLElement>('.task > a.task-link')];
  const at = links.findIndex(link => row.contains(link));
  const step = way === 'next' ? 1 : -1;
  if (at >= 0) links[at + step]?.focus();
  else {
    const after = links.findIndex(link => row.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING);
    links[way === 'next' ? after : (after < 0 ? links.length : after) - 1]?.focus();
  }
}

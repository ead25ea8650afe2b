import type { Task } from '@kaerimichi/contracts';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { usePageTitle } from '../../app/page-title.ts';
import { useMyTurns } from '../../app/use-my-turns.ts';
import { useToday } from '../../app/workplace.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useWide } from '../../parts/use-wide.ts';
import { lazyPart } from '../../words/lazy-part.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import '../case/case.css';
import { PaneTime } from '../case/pane-time.tsx';
import { DraftList } from '../drafts/draft-list.tsx';
import { useOutboxAtHand } from '../offline/use-program.ts';
import { ChangesButton } from './changes-button.tsx';
import { NothingToDo } from './nothing-to-do.tsx';
import { rowKey } from './row-key.ts';
import { TaskGroups } from './task-groups.tsx';
import { TaskTools, TaskViews } from './task-tools.tsx';
import './tasks.css';
import { useSettled } from './use-settled.ts';
import { useTasks } from './use-tasks.ts';
import { WaitingLinks } from './waiting-links.tsx';
import { WaitingList } from './waiting-list.tsx';

const MorningView = lazyPart(() => import('./morning-view.tsx'), 'MorningView');
const ChangeSheet = lazyPart(() => import('./change-sheet.tsx'), 'ChangeSheet');
const AwaySheet = lazyPart(() => import('./away-sheet.tsx'), 'AwaySheet');

/** From so many pixels on there is room for buttons above the tasks. */
const PHONE = 600;

/** マイタスク: what one has to do over all children, or, as a saved view, what changed since yesterday evening. */
export function TasksPage() {
  const [search] = useSearchParams();
  if (search.get('view') === 'morning') return <MorningView />;
  return <TaskLists of={search.get('of') ?? 'own'} />;
}

/** What stands over the page: tasks that are given or dated, or who stands in. */
export type Opened =
  | { readonly is: 'owner' | 'due'; readonly tasks: readonly Task[]; readonly isHandover?: boolean }
  | { readonly is: 'away' };

function TaskLists({ of }: { readonly of: string }) {
  const { say } = useSpeech();
  const today = useToday();
  const turns = useMyTurns();
  const tasks = useTasks(of);
  useOutboxAtHand();
  const isOwn = of === 'own';
  usePageTitle(say('nav.tasks'));
  const fresh = tasks.isPlaceholderData ? undefined : tasks.data?.tasks;
  const rows = useSettled(fresh, of);
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const choose = (task: Task) => {
    const key = rowKey(task);
    const others = [...(chosen ?? [])].filter(other => other !== key);
    setChosen(new Set(others.length === chosen?.size ? [...others, key] : others));
  };
  const isWide = useWide(PHONE);
  const settable = (fresh ?? []).filter(({ key }) => key !== undefined);
  const tools = <TaskTools tasks={settable} chosen={chosen} onChoose={setChosen} onOpen={setOpened} />;
  return (
    <div className="page stack">
      <div className="row spread">
        <h1>{say('nav.tasks')}</h1>
        {isWide && <WaitingLinks />}
      </div>
      <TaskViews of={of} standsInFor={tasks.data?.standsInFor ?? []} />
      {fresh && isOwn && <p className="task-counts">{say('task.counts', { turns, n: fresh.length })}</p>}
      <PaneTime at={tasks.dataUpdatedAt} />
      {(isWide || chosen) && tools}
      <ProblemNote error={tasks.error} onRetry={() => void tasks.refetch()} />
      {tasks.isPending && <Patience look="part" />}
      {fresh && rows.shown.length === 0 && <NothingToDo isOwn={isOwn} />}
      <TaskGroups
        {...{ rows, today, isOwn, chosen }}
        onChoose={choose}
        onAssign={task => setOpened({ is: 'owner', tasks: [task] })}
        onDate={task => setOpened({ is: 'due', tasks: [task] })}
      />
      {/* On a telephone the first task stands in the first screen: what is done with several comes after them. */}
      {!isWide && !chosen && tools}
      {!isWide && <WaitingLinks />}
      {tasks.data?.more && <p className="muted">{say('task.more')}</p>}
      {isOwn && (
        <>
          <WaitingList waiting={tasks.data?.waiting ?? []} today={today} onReminded={() => void tasks.refetch()} />
          <DraftList />
          <ChangesButton />
        </>
      )}
      <OpenedSheet opened={opened} onClose={() => setOpened(null)} onChanged={rows.expect} />
    </div>
  );
}

type SheetProps = {
  readonly opened: Opened | null;
  readonly onClose: () => void;
  readonly onChanged: (tasks: readonly Task[]) => void;
};

function OpenedSheet({ opened, onClose, onChanged }: SheetProps) {
  const { say } = useSpeech();
  if (!opened) return null;
  if (opened.is === 'away') return <AwaySheet onClose={onClose} />;
  const { is, tasks, isHandover } = opened;
  const isRecheck = is === 'due' && tasks.every(({ kind }) => kind === 'hold');
  const titles = { owner: say(isHandover ? 'task.handover' : 'task.assign'), due: say('task.moveDue') };
  const reason = isRecheck ? { reason: say('task.recheckReason') } : {};
  return (
    <ChangeSheet
      is={is}
      tasks={tasks}
      title={isRecheck ? say('task.recheck') : titles[is]}
      {...reason}
      onClose={onClose}
      onChanged={onChanged}
    />
  );
}

import type { Task } from '@kaerimichi/contracts';
import { Link } from 'react-router';
import type { AnswerOf } from '../../api/route.ts';
import type { routes } from '../../api/routes.ts';
import { Button } from '../../parts/button.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { rowKey } from './row-key.ts';
import type { Opened } from './tasks-page.tsx';

type ViewsProps = {
  readonly of: string;
  readonly standsInFor: AnswerOf<typeof routes.tasks>['standsInFor'];
};

/** 表示: one's own tasks, those of the organisation, and those of whom one stands in for today. */
export function TaskViews({ of, standsInFor }: ViewsProps) {
  const { say } = useSpeech();
  const views = [
    { of: 'own', to: '/tasks', word: say('task.view.own') },
    { of: 'team', to: '/tasks?of=team', word: say('task.view.team') },
    ...standsInFor.map(({ membership, name }) => ({
      ...{ of: membership, to: `/tasks?of=${membership}`, word: say('task.view.for', { name }) },
    })),
  ];
  return (
    <nav className="tabs" aria-label={say('task.views')}>
      {views.map(view => (
        <Link key={view.of} to={view.to} aria-current={view.of === of ? 'page' : undefined}>
          {view.word}
        </Link>
      ))}
      <Link to="/tasks?view=morning">{say('morning.title')}</Link>
    </nav>
  );
}

type ToolsProps = {
  /** Those that can be given away or dated. */
  readonly tasks: readonly Task[];
  readonly chosen: ReadonlySet<string> | null;
  readonly onChoose: (chosen: ReadonlySet<string> | null) => void;
  readonly onOpen: (opened: Opened) => void;
};

/** What is done with several tasks at once: first they are chosen, then given or dated. */
export function TaskTools({ tasks, chosen, onChoose, onOpen }: ToolsProps) {
  const { say } = useSpeech();
  const picked = tasks.filter(task => chosen?.has(rowKey(task)));
  const none = picked.length === 0 ? say('task.chooseSome') : undefined;
  if (chosen)
    return (
      <div className="row task-tools">
        <Button kind="primary" whyNot={none} onClick={() => onOpen({ is: 'due', tasks: picked })}>
          {say('task.moveSome', { n: picked.length })}
        </Button>
        {picked.length > 0 && (
          <Button kind="primary" onClick={() => onOpen({ is: 'owner', tasks: picked })}>
            {say('task.giveSome', { n: picked.length })}
          </Button>
        )}
        <Button onClick={() => onChoose(new Set(tasks.map(rowKey)))}>{say('task.chooseAll')}</Button>
        <Button kind="quiet" onClick={() => onChoose(null)}>
          {say('task.chooseEnd')}
        </Button>
      </div>
    );
  return (
    <div className="row task-tools">
      {tasks.length > 0 && (
        <>
          <Button onClick={() => onChoose(new Set())}>{say('task.choose')}</Button>
          <Button aria-haspopup="dialog" onClick={() => onOpen({ is: 'owner', tasks, isHandover: true })}>
            {say('task.handover')}
          </Button>
        </>
      )}
      <Button aria-haspopup="dialog" onClick={() => onOpen({ is: 'away' })}>
        {say('away.title')}
      </Button>
    </div>
  );
}

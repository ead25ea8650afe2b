import type { Task } from '@kaerimichi/contracts';
import { useState } from 'react';
import type { AnswerOf } from '../../api/route.ts';
import type { routes } from '../../api/routes.ts';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { KeptDraft } from '../form/kept-draft.tsx';
import { keptInput } from '../form/kept-input.ts';
import { ResumedDraft } from '../form/resumed-draft.tsx';
import { useDraftedInput } from '../form/use-drafted-input.ts';
import { DueFields, OwnerFields } from './change-fields.tsx';
import { type ChangeKind, type ChangeValues, changeOf } from './change-values.ts';
import { ChosenTasks } from './chosen-tasks.tsx';
import { rowKey } from './row-key.ts';
import { useChangeTasks } from './use-tasks.ts';

type Props = {
  readonly is: ChangeKind;
  readonly tasks: readonly Task[];
  readonly title: string;
  /** Filled in at first. */
  readonly reason?: string;
  readonly onClose: () => void;
  readonly onChanged: (tasks: readonly Task[]) => void;
};

type Answer = AnswerOf<typeof routes.changeTasks>;

const nothing: ChangeValues = {
  ...{ owner: '', isForGood: true, untilDay: '', untilTime: '17:00', note: '', dueOn: '', reason: '' },
};

/** Gives tasks to a colleague or moves their day: what is meant is seen before, and what was refused afterwards. */
export function ChangeSheet({ is, tasks, title, reason = '', onClose, onChanged }: Props) {
  const { say } = useSpeech();
  const today = useToday();
  const change = useChangeTasks();
  const { input: values, change: set, forget, isResumed, draft } = useTyped(is, tasks, reason);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [state, setState] = useState<{ isBusy: boolean; error?: unknown; answer?: Answer }>({ isBusy: false });
  const chosen = tasks.filter(task => !left.has(rowKey(task)));
  const wish = changeOf(is, values, today);
  const send = async () => {
    if (!('change' in wish)) return;
    setState({ isBusy: true });
    try {
      const named = chosen.map(({ caseId, key = '' }) => ({ caseId, task: key }));
      const answer = await change({ tasks: named, change: wish.change });
      const isDone = (task: Task) =>
        answer.done.some(({ caseId, task: key }) => caseId === task.caseId && key === task.key);
      onChanged(chosen.filter(isDone));
      if (answer.refused.length === 0) forget();
      if (answer.refused.length === 0 && chosen.length === 1) onClose();
      else setState({ isBusy: false, answer });
    } catch (error) {
      setState({ isBusy: false, error });
    }
  };
  if (state.answer) return <Outcome title={title} answer={state.answer} tasks={tasks} onClose={onClose} />;
  const whyNot =
    chosen.length === 0 ? say('task.chooseSome') : 'missing' in wish ? say(`task.missing.${wish.missing}`) : undefined;
  return (
    <Sheet title={title} onClose={onClose} size={tasks.length > 1 ? 'wide' : 'narrow'}>
      <form
        className="stack"
        onSubmit={event => {
          event.preventDefault();
          if (!whyNot && !state.isBusy) void send();
        }}
      >
        <ResumedDraft isResumed={isResumed} onForget={forget} />
        <ChosenTasks tasks={tasks} left={left} onChange={setLeft} />
        {is === 'owner' ? (
          <OwnerFields values={values} onChange={set} today={today} />
        ) : (
          <DueFields values={values} onChange={set} today={today} />
        )}
        <ProblemNote error={state.error} />
        <p className="row">
          <Button kind="primary" type="submit" isBusy={state.isBusy} whyNot={whyNot}>
            {say(is === 'owner' ? 'task.giveSome' : 'task.moveSome', { n: chosen.length })}
          </Button>
          <KeptDraft {...draft} />
        </p>
      </form>
    </Sheet>
  );
}

/** What is typed for one task, or for several at once, until it is sent. */
function useTyped(is: ChangeKind, tasks: readonly Task[], reason: string) {
  const [first] = useState<ChangeValues>({ ...nothing, reason });
  const [only] = tasks;
  const one = tasks.length === 1 && only ? only : null;
  return useDraftedInput({
    about: {
      place: `tasks.${is}.${one ? placeOf(one) : 'several'}`,
      caseId: one?.caseId ?? null,
      subject: is === 'owner' ? 'taskOwner' : 'taskDay',
      route: '/tasks',
    },
    first,
    parse: kept => keptInput(first, kept),
  });
}

const placeOf = (task: Task): string =>
  rowKey(task)
    .replaceAll(/[^A-Za-z0-9_.-]/g, '_')
    .slice(0, 180);

type OutcomeProps = Pick<Props, 'title' | 'tasks' | 'onClose'> & { readonly answer: Answer };

/** What was done, and of each that was not, why. */
function Outcome({ title, answer: { done, refused }, tasks, onClose }: OutcomeProps) {
  const { say, pick } = useSpeech();
  return (
    <Sheet title={title} onClose={onClose} size="wide">
      <div className="stack">
        <p role="status">{say('task.changed', { n: done.length })}</p>
        {refused.length > 0 && (
          <>
            <p className="field-error">{say('task.refused', { n: refused.length })}</p>
            <ul className="task-refused">
              {refused.map(({ caseId, task: key, why }) => {
                const task = tasks.find(other => other.caseId === caseId && other.key === key);
                return (
                  <li key={`${caseId} ${key}`}>
                    {task && `${task.no} ${pick(task.what)}`} <span className="muted">{why}</span>
                  </li>
                );
              })}
            </ul>
          </>
        )}
        <p>
          <Button kind="primary" onClick={onClose}>
            {say('common.close')}
          </Button>
        </p>
      </div>
    </Sheet>
  );
}

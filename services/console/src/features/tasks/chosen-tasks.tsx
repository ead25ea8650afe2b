import type { Task } from '@kaerimichi/contracts';
import { useToday } from '../../app/workplace.tsx';
import { childCalled } from '../../parts/child-words.ts';
import { DeadlineChip } from '../../parts/chips.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { rowKey } from './row-key.ts';

type Props = {
  readonly tasks: readonly Task[];
  /** Rows left out. */
  readonly left: ReadonlySet<string>;
  readonly onChange: (left: ReadonlySet<string>) => void;
};

/** What is meant, case by case; of several each can be left out, and so can all of one child. */
export function ChosenTasks({ tasks, left, onChange }: Props) {
  const speech = useSpeech();
  const ids = [...new Set(tasks.map(({ caseId }) => caseId))];
  const cases = ids.map(id => tasks.filter(({ caseId }) => caseId === id));
  const toggle = (some: readonly Task[], isIn: boolean) => {
    const keys = some.map(rowKey);
    const others = [...left].filter(key => !keys.includes(key));
    onChange(new Set(isIn ? others : [...others, ...keys]));
  };
  if (tasks.length === 1) return <p className="panel">{tasks[0] && speech.pick(tasks[0].what)}</p>;
  return (
    <fieldset className="field">
      <legend className="field-label">{speech.say('task.whatMoves')}</legend>
      <ul className="chosen-tasks">
        {cases.map(own => (
          <ChosenCase key={own[0]?.caseId} tasks={own} left={left} onToggle={toggle} />
        ))}
      </ul>
    </fieldset>
  );
}

type CaseProps = Omit<Props, 'onChange'> & { readonly onToggle: (some: readonly Task[], isIn: boolean) => void };

function ChosenCase({ tasks, left, onToggle }: CaseProps) {
  const speech = useSpeech();
  const today = useToday();
  const [first] = tasks;
  if (!first) return null;
  const called = childCalled(first, speech);
  const isIn = (task: Task) => !left.has(rowKey(task));
  return (
    <li>
      <label className="check">
        <input type="checkbox" checked={tasks.every(isIn)} onChange={({ target }) => onToggle(tasks, target.checked)} />
        <span>
          <span className="case-no">{first.no}</span> {called && <strong>{called}</strong>}
        </span>
      </label>
      <ul>
        {tasks.map(task => (
          <li key={rowKey(task)}>
            <label className="check">
              <input type="checkbox" checked={isIn(task)} onChange={({ target }) => onToggle([task], target.checked)} />
              <span>
                {speech.pick(task.what)} {task.dueOn && <DeadlineChip on={task.dueOn} today={today} />}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </li>
  );
}

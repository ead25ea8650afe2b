import type { HistoryEvent, Task } from '@kaerimichi/contracts';
import { taskRef } from '@kaerimichi/discharge';
import { useHistory } from '../../api/queries.ts';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { dayAndTime, shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { useColleagues } from './use-tasks.ts';

/** Entries of a history that say who a task was given to, by when it is, or who waits for it; the newest first. */
export function entriesOf(events: readonly HistoryEvent[], key: string): readonly HistoryEvent[] {
  const { kind, ref } = taskRef(key) ?? {};
  const item = { hold: 'holdId', actionItem: 'actionItemId' }[kind as string];
  return events.filter(
    ({ type, body, corrected }) =>
      !corrected &&
      (type.startsWith('task.')
        ? body?.task === key
        : ['hold.added', 'actionItem.assigned'].includes(type) && item !== undefined && body?.[item] === ref),
  );
}

/** How the day and the owner of a task came about: no change of a date is lost. */
export function TaskDetail({ task, taskKey, today }: { task: Task; taskKey: string; today: string }) {
  const { say } = useSpeech();
  const history = useHistory(task.caseId);
  const entries = entriesOf(history.data ?? [], taskKey);
  return (
    <div className="task-detail small">
      <ProblemNote error={history.error} onRetry={() => void history.refetch()} />
      {history.isPending && <Patience look="part" />}
      {history.data && entries.length === 0 && <p className="muted">{say('task.noHistory')}</p>}
      {entries.length > 0 && (
        <ul aria-label={say('task.history')}>
          {entries.map(entry => (
            <Entry key={entry.seq} entry={entry} today={today} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Entry({ entry: { at, by, body, texts, label }, today }: { entry: HistoryEvent; today: string }) {
  const { say, language } = useSpeech();
  const colleagues = useColleagues().data ?? [];
  const day = body?.dueOn ?? body?.recheckOn;
  const owner = colleagues.find(({ membership }) => membership === body?.owner)?.name;
  const until = body?.returnsAt;
  const said = [
    label,
    typeof day === 'string' ? say('task.toDay', { day: shortDay(day, language, today) }) : '',
    owner ? say('task.named', { name: owner }) : '',
    typeof until === 'string' ? say('task.until', { at: dayAndTime(until, language, today) }) : '',
    texts?.reason ?? texts?.note ?? '',
  ];
  return (
    <li>
      <span className="muted">
        {at && dayAndTime(at, language, today)} {by.name}
      </span>{' '}
      {said.filter(part => part !== '').join(' · ')}
    </li>
  );
}

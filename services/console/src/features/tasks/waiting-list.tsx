import type { Waiting } from '@kaerimichi/contracts';
import { daysBetween, tokyoDay } from '@kaerimichi/discharge';
import { Link } from 'react-router';
import { useSend } from '../../api/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { childCalled } from '../../parts/child-words.ts';
import { DeadlineChip } from '../../parts/chips.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';

type Props = { readonly waiting: readonly Waiting[]; readonly today: string; readonly onReminded: () => void };

/** 相手の番: whom one waits for, how long, and a reminder that the other side finds in its own list. */
export function WaitingList({ waiting, today, onReminded }: Props) {
  const { say } = useSpeech();
  if (waiting.length === 0) return null;
  return (
    <section className="stack-tight" aria-labelledby="tasks-waiting">
      <h2 id="tasks-waiting">
        {say('task.waiting')} <span className="muted small">{say('common.toDo', { n: waiting.length })}</span>
      </h2>
      <ul className="task-list">
        {waiting.map(one => (
          <WaitingRow
            key={`${one.caseId} ${one.kind} ${one.ref}`}
            waiting={one}
            today={today}
            onReminded={onReminded}
          />
        ))}
      </ul>
    </section>
  );
}

type RowProps = { readonly waiting: Waiting; readonly today: string; readonly onReminded: () => void };

function WaitingRow({ waiting, today, onReminded }: RowProps) {
  const speech = useSpeech();
  const { say, code, pick, language } = speech;
  const { caseId, no, what, orgName, role, since, dueOn, reminded, told } = waiting;
  const called = childCalled(waiting, speech);
  const who = orgName ?? (role ? code('role', role) : say('task.somebody'));
  const days = since === undefined ? 0 : daysBetween(since, today);
  return (
    <li className="task" data-waiting={caseId} data-kind={waiting.kind}>
      <Link className="task-link" to={`/cases/${caseId}`}>
        <span className="task-child">
          <span className="case-no">{no}</span> {called && <strong>{called}</strong>}
        </span>
        <span className="task-what">
          {who}
          {say('task.waitsFor', { what: pick(what) })}
        </span>
      </Link>
      <span className="task-when small">
        {told && <ToldThere {...told} today={today} />}
        {reminded && (
          <span className="muted">{say('task.remindedAt', { at: dayAndTime(reminded.at, language, today) })}</span>
        )}
        {days > 0 && <span>{say('task.waitsDays', { days })}</span>}
        {dueOn && <DeadlineChip on={dueOn} today={today} />}
        <Remind waiting={waiting} who={who} today={today} onReminded={onReminded} />
      </span>
    </li>
  );
}

/** Whether those who are waited for know of it: a mail that went out, and that somebody there has read. */
function ToldThere({ mailed, readAt, today }: NonNullable<Waiting['told']> & { readonly today: string }) {
  const { say, language } = useSpeech();
  const timeOf = (at: string) => ({ at: dayAndTime(at, language, today) });
  return (
    <>
      {mailed && (
        <span className="muted">
          {say(mailed.state === 'sent' ? 'task.mailedAt' : 'task.notMailed', timeOf(mailed.at))}
        </span>
      )}
      {readAt && <span className="muted">{say('task.readAt', timeOf(readAt))}</span>}
    </>
  );
}

function Remind({ waiting, who, today, onReminded }: RowProps & { readonly who: string }) {
  const { say, pick } = useSpeech();
  const sending = useSend();
  const { caseId, no, key, what, reminded } = waiting;
  if (!key) return null;
  const isToday = reminded !== undefined && tokyoDay(reminded.at) === today;
  const remind = async () => {
    const body = { type: 'task.reminded', task: key };
    const sent = await sending.send({ caseId, append: true, version: 0, body });
    if (sent.ok) onReminded();
  };
  return (
    <>
      <Button
        isSmall
        isBusy={sending.isBusy}
        whyNot={isToday ? say('task.remindedToday') : undefined}
        aria-label={say('task.remindName', { no, what: pick(what), who })}
        onClick={() => void remind()}
      >
        {say('task.remind')}
      </Button>
      <ProblemNote error={sending.error} />
    </>
  );
}

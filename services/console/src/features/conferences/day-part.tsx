import { useState } from 'react';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { DeadlineChip } from '../../parts/chips.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { useNames } from '../case/use-names.ts';
import { AttendanceForm } from './attendance-form.tsx';
import type { PartProps } from './conferences-tab.tsx';
import { NotedForm } from './noted-form.tsx';
import { RecordHint } from './record-hint.tsx';

/** 当日: who is there and how, what is decided, who does what until when; each is written down at once. */
export function DayPart(props: PartProps) {
  const { view, conference, can } = props;
  const { say, code } = useSpeech();
  const [open, setOpen] = useState<'held' | null>(null);
  const { heldOn, attended, online, minutes } = conference;
  const mayHold = can.includes('conference.held') && !heldOn;
  const mayNote = can.includes('conference.noted') && minutes !== 'approved';
  const named = attended.map(part =>
    online.includes(part) ? say('conf.byScreen', { who: code('function', part) }) : code('function', part),
  );
  return (
    <section className="stack-tight">
      <h3>{say('confStep.day')}</h3>
      {named.length > 0 && <p>{say('conf.attendedAre', { who: named.join(say('common.listMark')) })}</p>}
      <Noted {...props} />
      {mayNote && <NotedForm view={view} conference={conference} />}
      {mayHold && open === null && (
        <p>
          <Button onClick={() => setOpen('held')}>{say('conf.hold')}</Button>
        </p>
      )}
      {mayHold && open === 'held' && (
        <AttendanceForm view={view} conference={conference} onDone={() => setOpen(null)} />
      )}
      {conference.record && <RecordHint record={conference.record} />}
    </section>
  );
}

function Noted({ view, conference: { decided, items } }: PartProps) {
  const { say } = useSpeech();
  const today = useToday();
  const names = useNames(view);
  return (
    <>
      {decided.length > 0 && (
        <>
          <h4>{say('conf.decided')}</h4>
          <ul>
            {decided.map(({ id, what }) => (
              <li key={id}>{what}</li>
            ))}
          </ul>
        </>
      )}
      {items.length > 0 && (
        <>
          <h4>{say('conf.items')}</h4>
          <ul>
            {items.map(({ id, what, owner, dueOn, closedOn }) => (
              <li key={id} className={closedOn ? 'muted' : undefined}>
                {what} <span className="small">{owner ? (names[owner] ?? '–') : say('conf.itemNobody')}</span>{' '}
                {closedOn ? say('conf.itemDone') : dueOn && <DeadlineChip on={dueOn} today={today} />}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

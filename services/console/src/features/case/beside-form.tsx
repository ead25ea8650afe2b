import type { CaseView } from '@kaerimichi/contracts';
import { taskKey } from '@kaerimichi/discharge';
import { Link } from 'react-router';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { textOf, type Values } from '../form/values.ts';
import { heldStill } from './held-still.ts';
import { MinutesText } from './minutes-text.tsx';
import { plannedAhead } from './planned-ahead.ts';
import { recordPath } from './record-path.ts';
import { WeightNote } from './weight-note.tsx';

/** Forms that write down doses, or hand them on. */
const dosing = new Set(['medication.transcribed', 'order.issued']);

type Props = { readonly view: CaseView; readonly event: string; readonly values: Values };

/** What is to be seen beside the fields of an event's form, by what they say so far. */
export function BesideForm({ view, event, values }: Props) {
  if (event === 'minutes.approved') return <MinutesText view={view} conferenceId={values.conferenceId} />;
  if (event === 'conference.held') return <PlannedAhead view={view} values={values} />;
  if (dosing.has(event))
    return (
      <p className="note-info">
        <WeightNote view={view} />
      </p>
    );
  return event === 'hold.removed' ? <HeldStill view={view} holdId={textOf(values.holdId)} /> : null;
}

/** The day of a form is today as a rule: a meeting that is still to come is not recorded as held by mistake. */
function PlannedAhead({ view, values }: Omit<Props, 'event'>) {
  const { say, language } = useSpeech();
  const today = useToday();
  const day = plannedAhead(view, values, today);
  return (
    <p className={day ? 'note-soon' : undefined} role="status">
      {day && say('record.plannedAhead', { day: shortDay(day, language, today) })}
    </p>
  );
}

/** Whoever looks at a hold again and finds it still there moves its day, and leaves it. */
function HeldStill({ view, holdId }: { readonly view: CaseView; readonly holdId: string }) {
  const { say } = useSpeech();
  const { id, org } = useWorkplace().me.membership;
  if (!heldStill(view, holdId, { membership: id, org: org.id })) return null;
  const task = encodeURIComponent(taskKey('hold', holdId));
  return (
    <p className="note-info">
      {say('record.heldStill')}{' '}
      <Link to={`${recordPath(view.id, 'task.dueMoved')}?task=${task}`}>{say('record.recheckLater')}</Link>
    </p>
  );
}

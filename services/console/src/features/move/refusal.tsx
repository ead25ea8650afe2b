import type { CaseView } from '@kaerimichi/contracts';
import { problemOf } from '../../api/problem-error.ts';
import { mayWaive, useWorkplace } from '../../app/workplace.tsx';
import { ConditionList } from '../../parts/condition-list.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { clockTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';

type Props = { readonly error: unknown; readonly view: CaseView; readonly onLeave?: () => void };

/** Why the server did not accept something, said where it was tried, with what to do. */
export function Refusal({ error, view, onLeave }: Props) {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  const problem = problemOf(error);
  if (!error) return null;
  if (problem?.code === 'version-conflict') return <Conflict events={problem.events ?? []} />;
  if (problem?.code === 'bad-input' && (problem.issues ?? []).length > 0) return null; // Said at the fields.
  if (!problem?.reasons?.length) return <ProblemNote error={error} />;
  return (
    <div className="stack-tight" role="alert">
      <p>
        <strong>{say('move.refused')}</strong>
      </p>
      <ConditionList
        caseId={view.id}
        lead={view.card.lead}
        done={[]}
        reasons={problem.reasons}
        canWaive={mayWaive(me, view.can)}
        {...(onLeave ? { onLeave } : {})}
      />
    </div>
  );
}

type Past = { readonly type: string; readonly at: string };
const isPast = (event: unknown): event is Past =>
  typeof event === 'object' && event !== null && 'type' in event && 'at' in event && typeof event.at === 'string';

/** Somebody was faster: what they did; one's own action was not carried out. */
function Conflict({ events }: { events: readonly unknown[] }) {
  const { say, pick, language } = useSpeech();
  const { pathway } = useWorkplace();
  const past = events.filter(isPast);
  const label = (type: string) => {
    const event = pathway.events.find(other => other.type === type);
    return event ? pick(event.label) : type;
  };
  return (
    <div className="note-soon" role="alert">
      <p>{say('conflict.first')}</p>
      <ul>
        {past.map(({ type, at }) => (
          <li key={`${type} ${at}`}>
            {clockTime(at, language)} {label(type)}
          </li>
        ))}
      </ul>
      <p>{say('conflict.notDone')}</p>
    </div>
  );
}

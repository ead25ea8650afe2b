import type { CaseView } from '@kaerimichi/contracts';
import { useHistory } from '../../api/queries.ts';
import { useToday } from '../../app/workplace.tsx';
import { dayAndTime, shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { type DeadlineLine, deadlineLines } from './deadline-lines.ts';

type Props = {
  readonly view: CaseView;
  /** Asks the history who moved a day; not where another one's sight is shown. */
  readonly tellsWho?: boolean;
};

/** Deadlines and planned days of a case, the next first, and what became of a day that was moved. */
export function DeadlineList({ view, tellsWho = false }: Props) {
  const speech = useSpeech();
  const today = useToday();
  return (
    <ul className="deadlines">
      {deadlineLines(view.deadlines, speech).map(({ key, on, words, about, moved }) => (
        <li key={key}>
          <span className="fact-on">{shortDay(on, speech.language, today)}</span>
          <span>
            {words}
            {about && <small className="deadline-about">{about}</small>}
            {moved && (
              <small className="deadline-about">
                {speech.say('facts.deadlineMoved', {
                  first: shortDay(moved.firstOn, speech.language, today),
                  n: moved.times,
                })}
                {tellsWho && <MovedBy caseId={view.id} moved={moved} />}
              </small>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

type Moved = NonNullable<DeadlineLine['moved']>;

/** As far as the entry that moved it is told to the viewer. */
function MovedBy({ caseId, moved: { seq } }: { readonly caseId: string; readonly moved: Moved }) {
  const { say, language } = useSpeech();
  const today = useToday();
  const entry = useHistory(caseId).data?.find(event => event.seq === seq);
  if (!entry?.by.name || !entry.at) return null;
  const said = say('facts.deadlineMovedBy', { name: entry.by.name, at: dayAndTime(entry.at, language, today) });
  return <span className="deadline-about">{said}</span>;
}

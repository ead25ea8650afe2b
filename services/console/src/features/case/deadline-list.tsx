import type { CaseView } from '@kaerimichi/contracts';
import { useToday } from '../../app/workplace.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { deadlineLines } from './deadline-lines.ts';

/** Deadlines and planned days of a case, the next first. */
export function DeadlineList({ view }: { readonly view: CaseView }) {
  const speech = useSpeech();
  const today = useToday();
  return (
    <ul className="deadlines">
      {deadlineLines(view.deadlines, speech).map(({ key, on, words, about }) => (
        <li key={key}>
          <span className="fact-on">{shortDay(on, speech.language, today)}</span>
          <span>
            {words}
            {about && <small className="deadline-about">{about}</small>}
          </span>
        </li>
      ))}
    </ul>
  );
}

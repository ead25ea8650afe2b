import type { CaseView } from '@kaerimichi/contracts';
import { useToday } from '../../app/workplace.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { refWords } from './ref-words.ts';

/** Deadlines and planned days of a case, the next first. */
export function DeadlineList({ view }: { readonly view: CaseView }) {
  const speech = useSpeech();
  const today = useToday();
  // Japanese sets nothing before a bracket.
  const gap = speech.language === 'ja' ? '' : ' ';
  const sorted = [...view.deadlines].sort((a, b) => (a.on < b.on ? -1 : 1));
  return (
    <ul className="deadlines">
      {sorted.map(({ kind, ref, on }) => (
        <li key={`${kind} ${ref}`}>
          <span className="fact-on">{shortDay(on, speech.language, today)}</span>
          <span>{[speech.code('dueKind', kind), refWords({ kind, ref }, speech)].filter(Boolean).join(gap)}</span>
        </li>
      ))}
    </ul>
  );
}

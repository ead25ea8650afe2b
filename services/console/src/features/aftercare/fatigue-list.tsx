import type { EvaluationRow } from '@kaerimichi/contracts';
import { useToday } from '../../app/workplace.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';

/** How tired whoever cares for the child was, at home and while it was in hospital. */
export function FatigueList({ row: { fatigue } }: { row: EvaluationRow }) {
  const { say, code, language } = useSpeech();
  const today = useToday();
  if (fatigue.length === 0) return null;
  return (
    <section className="stack-tight">
      <h4>{say('evaluation.fatigue')}</h4>
      <ul className="aftercare-list">
        {fatigue.map(({ where, level, on, by, note }) => (
          <li key={`${where} ${on} ${level} ${by.name}`}>
            <span className="aftercare-level" aria-hidden="true">
              {'●'.repeat(level)}
              {'○'.repeat(5 - level)}
            </span>{' '}
            {code('fatigue', String(level))}{' '}
            <span className="small muted">
              {code('where', where)} {shortDay(on, language, today)} {code('role', by.role)} {by.name}
            </span>
            {note && <p>{note}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

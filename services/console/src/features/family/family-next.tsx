import type { FamilyPage } from '@kaerimichi/contracts';
import { useToday } from '../../app/workplace.tsx';
import { shortDay } from '../../words/dates.ts';
import { familyKey } from '../../words/family/family-words.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { Said } from './said.tsx';

/** つぎにすること: what comes, and the days that are settled. */
export function FamilyNext({ page: { now, dates, bring } }: { page: FamilyPage }) {
  const { language } = useSpeech();
  const today = useToday();
  const sentence = now && familyKey('next', now.stage);
  const day = (on: string) => shortDay(on, language, today);
  const known = dates.flatMap(({ kind, on, to }) => {
    const key = familyKey('date', kind);
    return key ? [{ key, on, to: to === on ? null : to }] : [];
  });
  return (
    <section className="panel stack" aria-labelledby="family-next">
      <h2 id="family-next">
        <Said of="two" />
      </h2>
      {sentence && (
        <p className="family-strong">
          <Said of={sentence} />
        </p>
      )}
      <h3>
        <Said of="dates" />
      </h3>
      {known.length === 0 && (
        <p>
          <Said of="noDates" />
        </p>
      )}
      <ul className="stack-tight">
        {known.map(({ key, on, to }) => (
          <li key={`${key} ${on}`} className="family-date">
            <b>{to ? <Said of="dayRange" places={{ from: day(on), to: day(to) }} /> : day(on)}</b>{' '}
            <span>
              <Said of={key} />
            </span>
          </li>
        ))}
      </ul>
      {bring && (
        <p>
          <Said of="bring" places={{ text: bring }} />
        </p>
      )}
    </section>
  );
}

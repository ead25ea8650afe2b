import type { Card } from '@kaerimichi/contracts';
import { ageWords } from '../words/dates.ts';
import { useSpeech } from '../words/speech-context.tsx';

/** Spoken name of a case number: the dash of K-0142 is not read as a minus. */
export const spokenNumber = (no: string): string => no.replace(/^K-/, '');

/** `K-0142 石井 そら さん 1歳2か月`; initials or nothing where the name is not shared. */
export function CaseName({ card }: { card: Card }) {
  const { say, language } = useSpeech();
  const name = card.name ?? card.initial;
  return (
    <>
      <span className="case-no">{card.no}</span>
      {name && <strong>{say('case.called', { name })}</strong>}
      {card.age !== undefined && <span className="small">{ageWords(card.age, language)}</span>}
    </>
  );
}

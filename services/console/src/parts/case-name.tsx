import type { Card } from '@kaerimichi/contracts';
import { useToday } from '../app/workplace.tsx';
import { useSpeech } from '../words/speech-context.tsx';
import { childAge, childCalled } from './child-words.ts';

/** Spoken name of a case number: the dash of K-0142 is not read as a minus. */
export const spokenNumber = (no: string): string => no.replace(/^K-/, '');

/** `K-0142 石井 そら さん 1歳2か月`; initials or nothing where the name is not shared. */
export function CaseName({ card }: { card: Card }) {
  const speech = useSpeech();
  const called = childCalled(card, speech);
  const age = childAge(card, speech, useToday());
  return (
    <>
      <span className="case-no">{card.no}</span>
      {called && <strong>{called}</strong>}
      {age && <span className="small">{age}</span>}
    </>
  );
}

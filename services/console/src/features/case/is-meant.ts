import type { Pathway } from '@kaerimichi/contracts';
import { fold, type Language } from '@kaerimichi/discharge';

type Form = Pick<Pathway['events'][number], 'label' | 'todo' | 'reading' | 'alsoCalled'>;

/**
 * Whether a form is meant by what was typed: a part of its name or of what it has to do, or the beginning of any word of how it is read or called
 * otherwise.
 */
export function isMeant({ label, todo, reading, alsoCalled }: Form, typed: string, language: Language): boolean {
  const wanted = fold(typed);
  if ([label, todo].some(name => fold(name[language]).includes(wanted))) return true;
  const names = [...(language === 'ja' ? [reading ?? ''] : []), ...(alsoCalled?.[language].split(/[,、]/) ?? [])];
  return names.some(name => beginsAtWord(name.trim().split(/\s+/), wanted));
}

/** Typed on from one word, over those behind it. */
const beginsAtWord = (words: readonly string[], wanted: string): boolean =>
  words.some((_, at) => fold(words.slice(at).join('')).startsWith(wanted));

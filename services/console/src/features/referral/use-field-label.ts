import { useSpeech } from '../../words/speech-context.tsx';

/** The label of a field of a referral: its own word, else the one of the registration. */
export function useFieldLabel(): (path: string) => string {
  const { findWord } = useSpeech();
  return path => findWord('referral', path) ?? findWord('register', path) ?? path;
}

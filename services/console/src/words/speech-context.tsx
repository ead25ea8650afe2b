import type { Language } from '@kaerimichi/discharge';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { type CodeWords, createSpeech, loadCatalogue, type Speech } from './words.ts';

export const SpeechContext = createContext<Speech | null>(null);

/** The words of the chosen language; the old ones stay until the new ones are loaded. */
export function SpeechProvider({ language, children }: { language: Language; children: ReactNode }) {
  const [speech, setSpeech] = useState<Speech | null>(null);
  useEffect(() => {
    let isCurrent = true;
    loadCatalogue(language).then(
      catalogue => {
        if (!isCurrent) return;
        document.documentElement.lang = language;
        setSpeech(createSpeech(catalogue, language));
      },
      () => undefined, // Offline before the other language was ever loaded: the present one stays.
    );
    return () => {
      isCurrent = false;
    };
  }, [language]);
  return speech && <SpeechContext value={speech}>{children}</SpeechContext>;
}

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error('SpeechProvider is missing');
  return speech;
}

/** The same words, with those of the pathway's codes. */
export function CodeSpeechProvider({ codes, children }: { codes: CodeWords; children: ReactNode }) {
  const { catalogue, language } = useSpeech();
  const speech = useMemo(() => createSpeech(catalogue, language, codes), [catalogue, language, codes]);
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

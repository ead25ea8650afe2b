import type { Language } from '@kaerimichi/discharge';
import { type ReactNode, useEffect, useState } from 'react';
import { SpeechContext, useSpeech } from '../../words/speech-context.tsx';
import { createSpeech, type Speech, type WallCatalogue } from '../../words/words.ts';

async function loadWallWords(language: Language): Promise<WallCatalogue> {
  if (language === 'en') return (await import('../../words/en/wall.ts')).wall;
  return (await import('../../words/ja/wall.ts')).wall;
}

/** The same words, with those of the wall display and of its administration; nothing before they are loaded. */
export function WallSpeechProvider({ children }: { children: ReactNode }) {
  const { catalogue, language } = useSpeech();
  const [speech, setSpeech] = useState<Speech | null>(null);
  useEffect(() => {
    let isCurrent = true;
    loadWallWords(language).then(
      words => isCurrent && setSpeech(createSpeech({ ...catalogue, ...words }, language)),
      () => undefined, // Without a connection there was nothing to show either.
    );
    return () => {
      isCurrent = false;
    };
  }, [catalogue, language]);
  return speech && <SpeechContext value={speech}>{children}</SpeechContext>;
}

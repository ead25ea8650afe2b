import { useEffect } from 'react';
import { useSpeech } from '../words/speech-context.tsx';

/** Title of the window: what, case number at most, product. Never a child's name. */
export function usePageTitle(title: string): void {
  const { say } = useSpeech();
  useEffect(() => {
    document.title = `${title} – ${say('app.name')}`;
  }, [title, say]);
}

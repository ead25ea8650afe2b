import { useCallback, useEffect, useRef, useState } from 'react';
import { useLatest } from '../parts/use-latest.ts';
import { useSpeech } from '../words/speech-context.tsx';
import { joinSaid } from './join-said.ts';

/** More often than this a screen reader would never finish a sentence (experience.md §6.2). */
const INTERVAL_MS = 5000;

/** Joins what is to be said, at most one announcement every five seconds. */
export function useAnnouncements() {
  const [said, setSaid] = useState('');
  const speech = useLatest(useSpeech());
  const waiting = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const last = useRef(0);

  const announce = useCallback(
    (text: string) => {
      waiting.current.push(text);
      if (timer.current) return;
      const pause = Math.max(0, last.current + INTERVAL_MS - Date.now());
      timer.current = setTimeout(() => {
        timer.current = undefined;
        last.current = Date.now();
        setSaid(joinSaid(waiting.current, n => speech().say('announce.more', { n })));
        waiting.current = [];
      }, pause);
    },
    [speech],
  );
  useEffect(() => () => clearTimeout(timer.current), []);
  return { announce, said };
}

export function Announcer({ said }: { said: string }) {
  return (
    <div className="hidden-visually" role="status" aria-live="polite">
      {said}
    </div>
  );
}

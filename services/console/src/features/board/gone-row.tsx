import { useEffect, useRef, useState } from 'react';
import { useObservable } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { goneSince } from './gone-cases.ts';

/** So long it is said that a case went (experience.md §6.2). */
const SHOWN_MS = 5_000;

/** 「共有が終わりました」: where a card just was and is no more. It lies over the board and moves nothing. */
export function GoneRow() {
  const { say } = useSpeech();
  const { held, isLoaded } = useObservable(useWorkplace().live.board);
  const before = useRef(held);
  const [gone, setGone] = useState<readonly string[]>([]);
  useEffect(() => {
    const left = isLoaded ? goneSince(before.current, held) : [];
    before.current = held;
    if (left.length > 0) setGone(left);
  }, [held, isLoaded]);
  useEffect(() => {
    if (gone.length === 0) return;
    const timer = setTimeout(() => setGone([]), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [gone]);
  return (
    <div className="board-gone" role="status">
      {gone.length > 0 && <p>{say('board.gone', { no: gone.join(say('common.listMark')) })}</p>}
    </div>
  );
}

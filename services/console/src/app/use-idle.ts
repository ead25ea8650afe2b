import { useCallback, useEffect, useRef, useState } from 'react';
import { problemOf } from '../api/problem-error.ts';
import { routes } from '../api/routes.ts';
import { useObservable, useServices } from './services.tsx';
import { useWorkplace } from './workplace.tsx';

/** So long before the end somebody who is there after all is asked (WCAG 2.2.1 asks for 20 s at least). */
const WARNED_MS = 60_000;
/** Of the idle time: whoever reads and scrolls, and asks the server for nothing, is told to it after so much. */
const TOLD_PART = 1 / 3;
const signs = ['keydown', 'pointerdown', 'wheel'] as const;

export type Idle = {
  /** The session is about to end. */
  readonly isNear: boolean;
  /** In milliseconds. */
  readonly endsAt: number;
  /** Somebody is there. */
  readonly stay: () => void;
};

/** Whether the session ends for want of a request within a minute; at its end the server is asked whether it has. */
export function useIdle(): Idle {
  const { api, lastSeen, isLocked: lock } = useServices();
  const { idleMs } = useWorkplace().me;
  const seenAt = useObservable(lastSeen.at);
  const isLocked = useObservable(lock);
  const [isNear, setNear] = useState(false);
  const isAsking = useRef(false);
  const ask = useCallback(
    async (isQuiet: boolean) => {
      if (isAsking.current) return;
      isAsking.current = true;
      // An end of the session locks the page; without a network there is nobody to say so.
      const isOut = await api.call(routes.me, { isQuiet }).then(
        () => false,
        error => problemOf(error)?.code === 'sign-in',
      );
      isAsking.current = false;
      if (!isOut) lastSeen.note();
    },
    [api, lastSeen],
  );
  useEffect(() => {
    setNear(false);
    if (isLocked) return;
    const after = (ms: number, act: () => void) => setTimeout(act, Math.max(0, seenAt + ms - Date.now()));
    const timers = [after(idleMs - WARNED_MS, () => setNear(true)), after(idleMs, () => void ask(true))];
    return () => timers.forEach(clearTimeout);
  }, [seenAt, isLocked, idleMs, ask]);
  useEffect(() => {
    if (isLocked || isNear) return;
    const tell = () => {
      if (Date.now() - seenAt > idleMs * TOLD_PART) void ask(false);
    };
    for (const sign of signs) window.addEventListener(sign, tell, { passive: true });
    return () => {
      for (const sign of signs) window.removeEventListener(sign, tell);
    };
  }, [seenAt, isLocked, isNear, idleMs, ask]);
  return { isNear: isNear && !isLocked, endsAt: seenAt + idleMs, stay: () => void ask(false) };
}

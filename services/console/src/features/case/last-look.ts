import { useEffect, useState } from 'react';
import { useServices } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { seenKey } from '../board/seen-note.ts';

/** How far somebody had read a case when they looked at it last, and when that was. */
export type Look = { readonly version: number; readonly at: string };

/** So long a history lies open before it counts as seen. */
const LOOK_MS = 2_000;

/**
 * 「前回見たところ」: the look before this one, which stays what it was while the page is open; null on the first. The one
 * place that knows where looks are kept: per person, in this browser, and gone with the sign-out.
 */
export function useLastLook(caseId: string, version: number): Look | null {
  const { me, live } = useWorkplace();
  const { hasLeft } = useServices().leaving;
  const key = `${seenKey(me.person.id)}.look.${caseId}`;
  const [before] = useState(() => readLook(localStorage, key));
  useEffect(() => {
    const timer = setTimeout(() => {
      if (document.visibilityState !== 'visible' || hasLeft.read()) return;
      keepLook(localStorage, key, { version, at: new Date(live.now()).toISOString() });
    }, LOOK_MS);
    return () => clearTimeout(timer);
  }, [key, version, live, hasLeft]);
  return before;
}

export function readLook(storage: Pick<Storage, 'getItem'>, key: string): Look | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('version' in kept) || !('at' in kept)) return null;
    const { version, at } = kept;
    return typeof version === 'number' && typeof at === 'string' ? { version, at } : null;
  } catch {
    // A damaged note is a first look.
    return null;
  }
}

export function keepLook(storage: Pick<Storage, 'setItem'>, key: string, look: Look): void {
  try {
    storage.setItem(key, JSON.stringify(look));
  } catch {
    // Without storage the next look is a first one.
  }
}

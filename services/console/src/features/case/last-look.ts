import { useState } from 'react';
import { useObservable } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import type { SeenState } from '../../live/seen-cases.ts';

/** How far somebody had read a case when they looked at it last, at whichever workplace. */
export type Look = { readonly version: number };

/** 「前回見たところ」: the look before this one, which stays what it was while the page is open; null on the first. */
export function useLastLook(caseId: string): Look | null {
  const seen = useObservable(useWorkplace().seen.state);
  const [before, setBefore] = useState<Look | null>();
  if (before === undefined && seen.isKnown) setBefore(lastLook(seen, caseId));
  return before ?? null;
}

export function lastLook({ isFirst, cases }: Pick<SeenState, 'isFirst' | 'cases'>, caseId: string): Look | null {
  const seen = cases.get(caseId);
  return isFirst || !seen ? null : { version: seen.version };
}

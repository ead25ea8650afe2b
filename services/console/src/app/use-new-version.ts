import { useEffect, useState } from 'react';
import type { Live } from '../live/live.ts';
import { entryOf } from './entry-of.ts';
import { useObservable } from './services.tsx';
import { useWorkplace } from './workplace.tsx';

/** Whether the server has another build of this program: asked each time the connection comes back. */
export const useNewVersion = (): boolean => useNewBuild(useWorkplace().live);

export function useNewBuild({ status }: Pick<Live, 'status'>): boolean {
  const { state } = useObservable(status);
  const [isNew, setNew] = useState(false);
  useEffect(() => {
    if (state !== 'back' || isNew) return;
    const asking = new AbortController();
    const ask = async () => {
      const page = await fetch('/', { cache: 'no-store', signal: asking.signal });
      const there = entryOf(await page.text());
      const here = document.querySelector('script[type="module"]')?.getAttribute('src');
      setNew(there !== null && there !== here);
    };
    ask().catch(() => undefined); // The connection is gone again: asked when it is back.
    return () => asking.abort();
  }, [state, isNew]);
  return isNew;
}

import { useEffect } from 'react';
import { lazyPart } from '../words/lazy-part.tsx';
import { useObservable, useServices } from './services.tsx';
import { useIdle } from './use-idle.ts';
import { useWorkplace } from './workplace.tsx';

const LockSheet = lazyPart(() => import('../features/sign-in/lock-sheet.tsx'), 'LockSheet', { isFirst: true });
const IdleSheet = lazyPart(() => import('../features/sign-in/idle-sheet.tsx'), 'IdleSheet', { isFirst: true });

/** Well after the first page, well before it may be wanted where there is no network any more. */
const PRELOAD_MS = 30_000;

/**
 * When the session has ended: the page stays as it is under a sheet that asks only for the password. A minute before,
 * somebody who is there is asked to say so.
 */
export function SessionLock() {
  const isLocked = useObservable(useServices().isLocked);
  const { state } = useObservable(useWorkplace().live.status);
  const { isNear, endsAt, stay } = useIdle();
  useEffect(() => {
    const timer = setTimeout(IdleSheet.preload, PRELOAD_MS);
    return () => clearTimeout(timer);
  }, []);
  if (isLocked) return <LockSheet />;
  // Without a network nothing ends here before it is back.
  return isNear && state !== 'offline' ? <IdleSheet endsAt={endsAt} onStay={stay} /> : null;
}

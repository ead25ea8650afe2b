import { lazyPart } from '../words/lazy-part.tsx';
import { useObservable, useServices } from './services.tsx';

const LockSheet = lazyPart(() => import('../features/sign-in/lock-sheet.tsx'), 'LockSheet', { isFirst: true });

/** When the session has ended: the page stays as it is under a sheet that asks only for the password. */
export function SessionLock() {
  const isLocked = useObservable(useServices().isLocked);
  if (!isLocked) return null;
  return <LockSheet />;
}

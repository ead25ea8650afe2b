import { lazy, Suspense } from 'react';
import { useObservable, useServices } from './services.tsx';

const LockSheet = lazy(() => import('../features/sign-in/lock-sheet.tsx').then(m => ({ default: m.LockSheet })));

/** When the session has ended: the page stays as it is under a sheet that asks only for the password. */
export function SessionLock() {
  const isLocked = useObservable(useServices().isLocked);
  if (!isLocked) return null;
  return (
    <Suspense fallback={null}>
      <LockSheet />
    </Suspense>
  );
}

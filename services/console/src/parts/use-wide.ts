import { useSyncExternalStore } from 'react';

/** Whether the window is at least so wide, in CSS pixels; changes while one looks. */
export function useWide(least: number): boolean {
  const asked = `(min-width: ${least}px)`;
  return useSyncExternalStore(
    tell => {
      const query = matchMedia(asked);
      query.addEventListener('change', tell);
      return () => query.removeEventListener('change', tell);
    },
    () => matchMedia(asked).matches,
  );
}

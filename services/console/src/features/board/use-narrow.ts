import { useSyncExternalStore } from 'react';

/** Below this the columns do not fit side by side: a list with a stage picker stands in for them. */
const NARROW = '(max-width: 767px)';

export function useNarrow(): boolean {
  return useSyncExternalStore(
    tell => {
      const query = matchMedia(NARROW);
      query.addEventListener('change', tell);
      return () => query.removeEventListener('change', tell);
    },
    () => matchMedia(NARROW).matches,
  );
}

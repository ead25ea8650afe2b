const KEY = 'kaerimichi.recent';
const MOST = 5;

/** Ids of the cases opened last in this window, newest first; ids only, and gone with the window. */
export function recentCases(storage: Storage): readonly string[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(id => typeof id === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function noteRecentCase(storage: Storage, id: string): void {
  const rest = recentCases(storage).filter(other => other !== id);
  try {
    storage.setItem(KEY, JSON.stringify([id, ...rest].slice(0, MOST)));
  } catch {
    // Without storage nothing is recent.
  }
}

/** At sign-out: the next person at this computer begins with none. */
export const forgetRecentCases = (storage: Storage): void => storage.removeItem(KEY);

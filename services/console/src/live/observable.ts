/** A value that screens follow: read, changed as a whole, told to whoever listens. */
export type Observable<T> = {
  readonly read: () => T;
  readonly write: (next: T) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

export function createObservable<T>(start: T): Observable<T> {
  let value = start;
  const listeners = new Set<() => void>();
  return {
    read: () => value,
    write: next => {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A value that screens follow: read, and told to whoever listens. */
export type Readable<T> = {
  readonly read: () => T;
  readonly subscribe: (listener: () => void) => () => void;
};
/** The same, changed as a whole. */
export type Observable<T> = Readable<T> & { readonly write: (next: T) => void };

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

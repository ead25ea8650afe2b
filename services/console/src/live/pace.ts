import { createObservable, type Observable, type Readable } from './observable.ts';

/** A board is drawn anew at most three times a second, however much happens (experience.md §6.2). */
export const PACE_MS = 340;

export type Paced<T> = Readable<T> & {
  /** Shows at once what is known: the person's own act, or a page that loads. */
  readonly flush: () => void;
};

type Timing = {
  readonly now: () => number;
  readonly after: (ms: number, call: () => void) => void;
};
const realTiming: Timing = { now: () => performance.now(), after: (ms, call) => void setTimeout(call, ms) };

/** Follows a value: what comes alone is shown at once, of a burst the newest after each pause. */
export function createPaced<T>(source: Observable<T>, { now, after }: Timing = realTiming): Paced<T> {
  const shown = createObservable(source.read());
  let last = Number.NEGATIVE_INFINITY;
  let isDue = false;
  const flush = () => {
    if (Object.is(shown.read(), source.read())) return;
    last = now();
    shown.write(source.read());
  };
  source.subscribe(() => {
    const wait = last + PACE_MS - now();
    if (wait <= 0) return flush();
    if (isDue) return;
    isDue = true;
    after(wait, () => {
      isDue = false;
      flush();
    });
  });
  return { read: shown.read, subscribe: shown.subscribe, flush };
}

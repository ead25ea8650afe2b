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
  /** Once what was written is on the screen; never of a page that nobody looks at. */
  readonly drawn: (call: () => void) => void;
};
const realTiming: Timing = {
  now: () => performance.now(),
  after: (ms, call) => void setTimeout(call, ms),
  drawn: call => void requestAnimationFrame(() => requestAnimationFrame(call)),
};

/**
 * Follows a value: what comes alone is shown at once, of a burst the newest after each pause. The pause begins when it was
 * drawn: a computer that is slow to draw is not asked to draw twice in a row.
 */
export function createPaced<T>(source: Observable<T>, { now, after, drawn }: Timing = realTiming): Paced<T> {
  const shown = createObservable(source.read());
  let last = Number.NEGATIVE_INFINITY;
  let isDue = false;
  const flush = () => {
    if (Object.is(shown.read(), source.read())) return;
    last = now();
    shown.write(source.read());
    drawn(() => {
      last = now();
    });
  };
  const showWhenDue = () => {
    const wait = last + PACE_MS - now();
    isDue = wait > 0;
    if (isDue) after(wait, showWhenDue);
    else flush();
  };
  source.subscribe(() => {
    if (!isDue) showWhenDue();
  });
  return { read: shown.read, subscribe: shown.subscribe, flush };
}

/** Runs work `most` at a time in the order it came; null where more than `waiting` wait already. */
export function fewAtATime(most: number, waiting: number) {
  const queue: (() => void)[] = [];
  let running = 0;
  return async <Answer>(work: () => Promise<Answer>): Promise<Answer | null> => {
    if (running >= most) {
      if (queue.length >= waiting) return null;
      await new Promise<void>(resolve => queue.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      // A place is handed on, never free in between: nobody slips in ahead of who waits.
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

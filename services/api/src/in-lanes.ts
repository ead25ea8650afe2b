/** Does work of one lane one after the other, in the order it came; other lanes go on beside it. */
export function inLanes() {
  const running = new Map<string, Promise<unknown>>();
  return async <Done>(lane: string, work: () => Promise<Done>): Promise<Done> => {
    const turn = (running.get(lane) ?? Promise.resolve()).then(work, work);
    running.set(lane, turn);
    return turn.finally(() => {
      if (running.get(lane) === turn) running.delete(lane);
    });
  };
}

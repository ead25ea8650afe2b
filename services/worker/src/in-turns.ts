const TURN_MS = 1_000;

/**
 * Makes a turn each second, never two at once. A turn tells its own faults: one that rejects is nobody's to catch. The end
 * is told to the turn that is under way by the signal, and waited for.
 */
export function inTurns(turnUntil: (stopping: AbortSignal) => () => Promise<void>): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const turn = turnUntil(stopping.signal);
  let running: Promise<void> = Promise.resolve();
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    running = turn().finally(() => {
      isBusy = false;
    });
  }, TURN_MS);
  return {
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await running;
    },
  };
}

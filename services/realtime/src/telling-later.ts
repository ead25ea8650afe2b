import type { RealtimePorts } from './ports.ts';

/** What is told anew: an organisation, a form. */
export type TellingLater = { add(name: string): void; stop(): void };

/** Whoever opens card after card is told of once in so long. */
const TELL_MS = 1_000;

/** Gathers names and tells each once; the next ones no sooner than after a pause. */
export function tellingLater(tell: (name: string) => Promise<void>, { log }: Pick<RealtimePorts, 'log'>): TellingLater {
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;
  const run = async () => {
    const names = [...waiting];
    waiting.clear();
    // Asked again with the next change: who is there is no fact of any case.
    for (const name of names) await tell(name).catch(fault => log.warn({ err: fault }, 'who is there was not told'));
    timer = null;
    if (waiting.size > 0) schedule();
  };
  const schedule = () => {
    if (isStopped) return;
    timer ??= setTimeout(run, TELL_MS);
  };
  return {
    add(name) {
      waiting.add(name);
      schedule();
    },
    stop() {
      isStopped = true;
      if (timer) clearTimeout(timer);
    },
  };
}

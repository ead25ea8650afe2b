import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ThreadTask } from './verify-beside.ts';
import type { Verification } from './verify-chains.ts';
import type { CaseRange } from './verify-range.ts';

/** Each thread takes about a hundred megabytes, and PostgreSQL reads for all of them. */
const MOST_THREADS = 8;

/** Has every range checked in threads, one for each processor, in one view of the database; reports in the ranges' order. */
export async function shareOut(
  ranges: readonly CaseRange[],
  { thread, ...task }: ThreadTask & { readonly thread: URL },
): Promise<Verification[]> {
  const reports: Verification[] = [];
  const waiting = [...ranges.entries()];
  const count = Math.min(MOST_THREADS, availableParallelism(), ranges.length);
  // Without this process's own flags, under which a test would load sources.
  const workers = Array.from({ length: count }, () => new Worker(thread, { workerData: task, execArgv: [] }));
  try {
    await Promise.all(
      workers.map(async worker => {
        const ask = asking(worker);
        for (let next = waiting.shift(); next; next = waiting.shift()) reports[next[0]] = await ask(next[1]);
      }),
    );
    return reports;
  } finally {
    await Promise.all(workers.map(worker => worker.terminate()));
  }
}

function asking(worker: Worker): (range: CaseRange) => Promise<Verification> {
  const lost = once(worker, 'exit').then(([code]) => {
    throw new Error(`a thread of the verification ended with ${code}`);
  });
  lost.catch(() => undefined);
  return async range => {
    worker.postMessage(range);
    // What verifyBeside posts.
    const [report] = (await Promise.race([once(worker, 'message'), lost])) as [Verification];
    return report;
  };
}

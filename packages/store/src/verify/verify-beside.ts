import { parentPort, workerData } from 'node:worker_threads';
import { openSnapshot } from './open-snapshot.ts';
import type { VerifyOptions } from './verify-chains.ts';
import { type CaseRange, verifyRange } from './verify-range.ts';

/** What a thread is started with. */
export type ThreadTask = {
  readonly databaseUrl: string;
  readonly snapshot: string;
  readonly casesAtOnce: number;
  readonly mostFindings: number;
};

/** What a thread of `verifyChains` does: checks each range that it is handed, until it is ended. */
export async function verifyBeside(redecide: NonNullable<VerifyOptions['redecide']>): Promise<void> {
  // The thread is started by `shareOut`, which gives it just this.
  const { databaseUrl, snapshot, ...limits } = workerData as ThreadTask;
  const { client } = await openSnapshot(databaseUrl, snapshot);
  parentPort?.on('message', async (range: CaseRange) => {
    parentPort?.postMessage(await verifyRange(client, range, { redecide, ...limits }));
  });
}

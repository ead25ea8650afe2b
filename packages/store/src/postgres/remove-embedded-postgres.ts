import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { refuseWhileHeld, takeOwnerLock } from './owner-lock.ts';
import { placeIn } from './place.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { isServerOf } from './running-process.ts';
import { stopServer } from './stop-server.ts';

/**
 * Removes the embedded database of a data folder with all that is in it, also where the cluster lies elsewhere, and stops
 * a server that a killed process left. There is no way back: the caller has asked.
 *
 * @throws StartRefused `in-use` while a かえりみち runs on it
 */
export async function removeEmbeddedPostgres(dataDir: string): Promise<void> {
  const place = placeIn(dataDir);
  const lock = takeOwnerLock(place.base);
  try {
    const left = readPostmasterFile(place.cluster);
    if (left !== null && isServerOf(left.pid, place.cluster)) await stopServer(left.pid);
  } catch (error) {
    lock.release();
    throw error;
  }
  rmSync(place.home, { recursive: true, force: true });
  rmSync(place.base, { recursive: true, force: true });
}

/**
 * For before the question whether to remove it; makes no folder where there is none.
 *
 * @throws StartRefused `in-use` while a かえりみち runs on it
 */
export function refuseWhileRunning(dataDir: string): void {
  const base = join(dataDir, 'postgres');
  if (existsSync(base)) refuseWhileHeld(base);
}

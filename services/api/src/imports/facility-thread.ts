import { parentPort, workerData } from 'node:worker_threads';
import { type FacilityFileToRead, readFacilityFile } from './read-facility-file.ts';

/** Batches told at once: texts, which cost the main thread next to nothing. */
const AT_ONCE = 5;

// The thread is started by `readBesideMain`, which gives it just this.
const read = readFacilityFile(workerData as FacilityFileToRead);
if (read.ok)
  for (let from = 0; from < read.batches.length; from += AT_ONCE)
    parentPort?.postMessage({ parts: read.batches.slice(from, from + AT_ONCE) });
parentPort?.postMessage({ read: read.ok ? { ...read, batches: [] } : read });

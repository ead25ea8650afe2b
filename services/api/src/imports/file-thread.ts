import { parentPort, workerData } from 'node:worker_threads';
import { type FileToRead, readFile } from './read-file.ts';

/** Children told at once: each message occupies the main thread for a millisecond or two. */
const AT_ONCE = 200;

// The thread is started by `readerInThread`, which gives it just this.
const read = readFile(workerData as FileToRead);
if (read.ok)
  for (let from = 0; from < read.drafts.length; from += AT_ONCE)
    parentPort?.postMessage({ parts: read.drafts.slice(from, from + AT_ONCE) });
parentPort?.postMessage({ read: read.ok ? { ...read, drafts: [] } : read });

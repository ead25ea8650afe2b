import { Worker } from 'node:worker_threads';
import type { ImportedDraft } from '@kaerimichi/store';
import { type FileRead, type FileToRead, readFile } from './read-file.ts';
import { cutOff } from './read-upload.ts';

type Message = { readonly drafts: readonly ImportedDraft[] } | { readonly read: FileRead };

/** Smaller files are read in a few milliseconds, less than a thread takes to begin. */
const SMALL_BYTES = 128 * 1024;
/** A file of 20 MB takes two or three hundred; what needs more is made to exhaust us. */
const MEMORY_MB = 1024;
/** A file of 20 MB takes one or two seconds. */
const LONGEST_MS = 60_000;

const tooMuch: FileRead = {
  ok: false,
  issues: [{ path: '', text: { ja: '入れ子が深すぎて読めません。', en: 'It is nested too deeply to be read.' } }],
};

const nobodyWaits: FileRead = {
  ok: false,
  issues: [{ path: '', text: cutOff }],
};

let last: Promise<unknown> = Promise.resolve();

/**
 * Reads a file beside the main thread, so that boards go on; one after the other, so that they keep a processor. Ends at
 * once when whoever sent it is gone.
 */
export async function readInThread(file: FileToRead, gone: AbortSignal): Promise<FileRead> {
  if (gone.aborted) return nobodyWaits;
  if (file.bytes.length <= SMALL_BYTES) return readFile(file);
  const mine = last.then(() => (gone.aborted ? nobodyWaits : readBeside(file, gone)));
  last = mine.catch(() => {});
  return mine;
}

function readBeside(file: FileToRead, gone: AbortSignal): Promise<FileRead> {
  return new Promise((resolve, reject) => {
    const drafts: ImportedDraft[] = [];
    const thread = new Worker(new URL('./file-thread.js', import.meta.url), {
      workerData: file,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const end = () => void thread.terminate();
    const limit = setTimeout(end, LONGEST_MS);
    gone.addEventListener('abort', end, { once: true });
    thread.on('message', (message: Message) => {
      if ('drafts' in message) drafts.push(...message.drafts);
      else resolve(message.read.ok ? { ...message.read, drafts } : message.read);
    });
    thread.once('error', (fault: Error & { code?: string }) =>
      fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(tooMuch) : reject(fault),
    );
    thread.once('exit', () => {
      clearTimeout(limit);
      gone.removeEventListener('abort', end);
      resolve(gone.aborted ? nobodyWaits : tooMuch);
    });
  });
}

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

const tooLong: FileRead = {
  ok: false,
  issues: [
    {
      path: '',
      text: {
        ja: '読み取りに時間がかかりすぎるため、途中でやめました。ファイルを分けて読み込んでください。',
        en: 'Reading it took too long and was stopped. Please split the file.',
      },
    },
  ],
};

const nobodyWaits: FileRead = {
  ok: false,
  issues: [{ path: '', text: cutOff }],
};

export type FileReader = (file: FileToRead, gone: AbortSignal) => Promise<FileRead>;
type ThreadOptions = { readonly program: URL; readonly longestMs: number };

/**
 * Reads files beside the main thread, so that boards go on; one after the other, so that they keep a processor. Ends at
 * once when whoever sent a file is gone. Rejects where the thread itself fails.
 */
export function readerInThread({
  program = new URL('./file-thread.js', import.meta.url),
  longestMs = LONGEST_MS,
}: Partial<ThreadOptions> = {}): FileReader {
  let last: Promise<unknown> = Promise.resolve();
  return async (file, gone) => {
    if (gone.aborted) return nobodyWaits;
    if (file.bytes.length <= SMALL_BYTES) return readFile(file);
    const mine = last.then(() => (gone.aborted ? nobodyWaits : readBeside(file, gone, { program, longestMs })));
    last = mine.catch(() => {});
    return mine;
  };
}

function readBeside(file: FileToRead, gone: AbortSignal, { program, longestMs }: ThreadOptions): Promise<FileRead> {
  return new Promise((resolve, reject) => {
    const drafts: ImportedDraft[] = [];
    const thread = new Worker(program, {
      workerData: file,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const end = () => void thread.terminate();
    const limit = setTimeout(() => {
      resolve(tooLong);
      end();
    }, longestMs);
    gone.addEventListener('abort', end, { once: true });
    thread.on('message', (message: Message) => {
      if ('drafts' in message) drafts.push(...message.drafts);
      else resolve(message.read.ok ? { ...message.read, drafts } : message.read);
    });
    thread.once('error', (fault: Error & { code?: string }) =>
      fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(tooMuch) : reject(fault),
    );
    thread.once('exit', code => {
      clearTimeout(limit);
      gone.removeEventListener('abort', end);
      if (gone.aborted) resolve(nobodyWaits);
      else reject(new Error(`the thread that reads files ended with ${code} and told nothing`));
    });
  });
}

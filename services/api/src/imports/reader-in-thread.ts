import { Worker } from 'node:worker_threads';
import type { Words } from '@kaerimichi/discharge';
import type { ImportedDraft } from '@kaerimichi/store';
import { type FileRead, type FileToRead, readFile } from './read-file.ts';
import { cutOff } from './read-upload.ts';

type Refused = { readonly ok: false; readonly issues: readonly { readonly path: string; readonly text: Words }[] };
/** What a thread tells: parts of what it read, then the rest. */
type Message<Part, Read> = { readonly parts: readonly Part[] } | { readonly read: Read | Refused };

/** Smaller files are read in a few milliseconds, less than a thread takes to begin; a packed one is as large as it likes. */
const SMALL_BYTES = 48 * 1024;
const isSmall = ({ bytes }: { readonly bytes: Uint8Array }): boolean =>
  bytes.length <= SMALL_BYTES && !(bytes[0] === 0x50 && bytes[1] === 0x4b);
/** A file of 20 MB takes two or three hundred; what needs more is made to exhaust us. */
const MEMORY_MB = 1024;
/** A file of 20 MB takes one or two seconds. */
const LONGEST_MS = 60_000;

const refuse = (ja: string, en: string): Refused => ({ ok: false, issues: [{ path: '', text: { ja, en } }] });
const tooLong = refuse(
  '読み取りに時間がかかりすぎるため、途中でやめました。ファイルを分けて読み込んでください。',
  'Reading it took too long and was stopped. Please split the file.',
);
const nobodyWaits: Refused = { ok: false, issues: [{ path: '', text: cutOff }] };

export type FileReader<File, Read> = (file: File, gone: AbortSignal) => Promise<Read | Refused>;

type Options<File, Part, Read> = {
  readonly program: URL;
  readonly longestMs?: number;
  /** The same work, for a file that needs no thread. */
  readonly readHere: (file: File) => Read | Refused;
  readonly join: (read: Read, parts: readonly Part[]) => Read;
  /** Why a file is refused that exhausts a thread's memory. */
  readonly tooMuch: Refused;
};

/**
 * Reads files beside the main thread, so that boards go on; one after the other, so that they keep a processor. Ends at
 * once when whoever sent a file is gone. Rejects where the thread itself fails.
 */
export function readBesideMain<File extends { readonly bytes: Uint8Array }, Part, Read>(
  options: Options<File, Part, Read>,
): FileReader<File, Read> {
  let last: Promise<unknown> = Promise.resolve();
  return async (file, gone) => {
    if (gone.aborted) return nobodyWaits;
    if (isSmall(file)) return options.readHere(file);
    const mine = last.then(() => (gone.aborted ? nobodyWaits : readBeside(file, gone, options)));
    last = mine.catch(() => {});
    return mine;
  };
}

type ThreadOptions = { readonly program: URL; readonly longestMs: number };

/** Of hospitals' FHIR files. */
export const readerInThread = ({
  program = new URL('./file-thread.js', import.meta.url),
  longestMs = LONGEST_MS,
}: Partial<ThreadOptions> = {}): FileReader<FileToRead, FileRead> =>
  readBesideMain<FileToRead, ImportedDraft, FileRead>({
    program,
    longestMs,
    readHere: readFile,
    join: (read, drafts) => (read.ok ? { ...read, drafts } : read),
    tooMuch: refuse('入れ子が深すぎて読めません。', 'It is nested too deeply to be read.'),
  });

function readBeside<File extends { readonly bytes: Uint8Array }, Part, Read>(
  file: File,
  gone: AbortSignal,
  { program, longestMs = LONGEST_MS, join, tooMuch }: Options<File, Part, Read>,
): Promise<Read | Refused> {
  return new Promise((resolve, reject) => {
    const parts: Part[] = [];
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
    thread.on('message', (message: Message<Part, Read>) => {
      if ('parts' in message) parts.push(...message.parts);
      else resolve(isRefused(message.read) ? message.read : join(message.read, parts));
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

const isRefused = <Read>(read: Read | Refused): read is Refused =>
  typeof read === 'object' && read !== null && 'ok' in read && read.ok === false;

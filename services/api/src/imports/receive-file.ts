import type { IncomingMessage } from 'node:http';
import type { SignedIn } from '@kaerimichi/casework';
import type { Words } from '@kaerimichi/discharge';
import { fewAtATime } from '../few-at-a-time.ts';
import { fewForEach } from '../few-for-each.ts';
import type { ApiPorts } from '../ports.ts';
import type { Asking } from '../problem.ts';
import { hashOf } from '../write-headers.ts';
import { readUpload } from './read-upload.ts';

/** A request whose body is a file. */
export type FileAsked = {
  readonly who: SignedIn;
  readonly query: { readonly dryRun?: '1' | '0' | undefined };
  readonly key: { readonly key: string; readonly bodyHash: string };
  readonly meta: Asking;
  readonly request: IncomingMessage;
};
type Stored = { readonly status: number; readonly body: string };
type FileIssue = { readonly path: string; readonly message: string };
type FileRefusal =
  | { readonly code: 'not-permitted' | 'busy' | 'key-reused' }
  | { readonly code: 'bad-input'; readonly issues: FileIssue[] };
export type FileAnswer =
  | { readonly ok: true; readonly stored: Stored }
  | { readonly ok: false; readonly refusal: FileRefusal };

/** The file that somebody sent, until they go away. */
export type SentFile = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly gone: AbortSignal;
};
/** The answer, and whether it is kept for a second request with the same key. */
export type Worked = { readonly handled: FileAnswer; readonly keep: Stored | null };

type Receiving = {
  readonly asked: FileAsked;
  readonly may: boolean;
  /** The file in the body; null: the body is the file. */
  readonly openBody?: (body: Uint8Array<ArrayBuffer>, contentType: string) => Promise<Opened>;
  readonly work: (sent: SentFile) => Promise<Worked>;
};
export type Opened =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly name: string;
      /** What stands beside the file in its form. */
      readonly fields?: Readonly<Record<string, string>>;
    }
  | { readonly ok: false; readonly path: string; readonly why: Words };

/** Files take long: they leave room among what is done once at a time for writes that take none. */
const AT_A_TIME = 4;
const WAITING = 100;

/** Of one person: each waits with a whole file in memory. More are told to come again. */
const OF_ONE = 2;
const OF_ONE_WAITING = 4;

const forbidden: FileAnswer = { ok: false, refusal: { code: 'not-permitted' } };
const busy: FileAnswer = { ok: false, refusal: { code: 'busy' } };
const nothingMore: Worked = { handled: forbidden, keep: null };

export const badFile = ({ meta }: FileAsked, issues: readonly { path: string; text: Words }[]): FileAnswer => ({
  ok: false,
  refusal: { code: 'bad-input', issues: issues.map(({ path, text }) => ({ path, message: text[meta.language] })) },
});

export type FileReceiver = ReturnType<typeof fileReceiver>;

/** Takes files in: each once by its key, a few at a time. */
export function fileReceiver(ports: ApiPorts) {
  const inTurn = fewAtATime(AT_A_TIME, WAITING);
  const ofOne = fewForEach(OF_ONE, OF_ONE_WAITING);
  /** Nothing of a file is read for whoever may not, and nothing of it is written once its sender is gone. */
  return async ({ asked, may, openBody, work }: Receiving): Promise<FileAnswer> => {
    const { person } = asked.who.viewer;
    if (!may && !(await ports.store.cases.findAnswer(person, asked.key.key))) return forbidden;
    const { socket, headers } = asked.request;
    const gone = new AbortController();
    const leave = () => gone.abort();
    socket.once('close', leave);
    const take = async (gone: AbortSignal): Promise<FileAnswer> => {
      const upload = await readUpload(asked.request);
      const opened = upload.ok
        ? ((await openBody?.(upload.bytes, headers['content-type'] ?? '')) ?? { ...upload, name: '', fields: {} })
        : { ...upload, path: '' };
      if (!opened.ok) return may ? badFile(asked, [{ path: opened.path, text: opened.why }]) : forbidden;
      const { bytes, name, fields = {} } = opened;
      const sent = { bytes, name, fields, gone };
      if (asked.query.dryRun === '1') return may ? (await work(sent)).handled : forbidden;
      const key = { account: person, ...keyWith(asked, bytes, fields) };
      // What was answered once is answered again, also to somebody who may import no more.
      const once = async () => (may ? work(sent) : nothingMore);
      return (await inTurn(() => ports.once<FileAnswer>(key, once))) ?? busy;
    };
    try {
      return (await ofOne(person, () => take(gone.signal))) ?? busy;
    } finally {
      socket.off('close', leave);
    }
  };
}

type Fields = SentFile['fields'];

/** The file is no part of what every request is asked with: it is read here, with what stands beside it. */
const keyWith = ({ key: { key, bodyHash } }: FileAsked, bytes: Uint8Array, fields: Fields) => ({
  key,
  bodyHash: hashOf(
    'file',
    Object.keys(fields).length > 0 ? `${bodyHash} ${JSON.stringify(fields)}` : bodyHash,
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  ),
});

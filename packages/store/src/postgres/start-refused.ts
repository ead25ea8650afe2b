import type { Words } from '@kaerimichi/discharge';

/** What was refused; `start-failed` is every cause that has a sentence and no code of its own. */
export type RefusalCode =
  | 'in-use'
  | 'port-in-use'
  | 'other-major-version'
  | 'wrong-system-user'
  | 'unreachable-directory'
  | 'not-our-server'
  | 'password-lost'
  | 'binaries-missing'
  | 'disk-full'
  | 'start-failed'
  | 'not-durable'
  | 'too-old'
  | 'not-utf8'
  | 'newer-database'
  | 'unopenable-cases'
  | 'changed-migration'
  | 'failed-migration'
  | 'no-right-to-migrate';

/** The program cannot start, and the message says why and what to do; shown as it is, without a stack. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
  readonly code: RefusalCode;

  constructor(text: Words | string, code: RefusalCode = 'start-failed', cause?: unknown) {
    const message = typeof text === 'string' ? text : `${text.ja}\n${text.en}`;
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** A disk without room; `path` empty where it is not known. */
export function diskFull(path: string, cause?: unknown): StartRefused {
  return new StartRefused(
    {
      ja: `ディスクに空きがありません${path && `（${path}）`}。空きを作ってから、もう一度起動してください。`,
      en: `The disk is full${path && ` (${path})`}. Make room, then start again.`,
    },
    'disk-full',
    cause,
  );
}

/** What PostgreSQL's log says of it. */
export const saysDiskFull = (said: string): boolean => /No space left on device|Disk quota exceeded/.test(said);

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
  | 'start-failed'
  | 'not-durable'
  | 'too-old'
  | 'not-utf8'
  | 'newer-database'
  | 'changed-migration'
  | 'failed-migration';

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

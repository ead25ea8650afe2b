import type { Words } from '@kaerimichi/discharge';

/** Why the database cannot be used; `start-failed` is every cause that has no sentence of its own. */
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
  | 'no-connection'
  | 'newer-database'
  | 'changed-migration'
  | 'failed-migration';

/** The database was not started, opened or migrated; `text` says why and what to do, to be shown as it stands. */
export class PostgresRefused extends Error {
  override readonly name = 'PostgresRefused';
  readonly code: RefusalCode;
  readonly text: Words;

  constructor(code: RefusalCode, text: Words, cause?: unknown) {
    super(`${text.ja}\n${text.en}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.text = text;
  }
}

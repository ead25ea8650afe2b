/**
 * The database could not be reached or was lost in between; answered as 503 `busy`. A write may or may not have
 * happened: the client repeats it with the same idempotency key, which settles it.
 */
export class StoreBusy extends Error {
  override readonly name = 'StoreBusy';

  /** `StoreBusy` for a lost or refused connection, a full disk, or a wait that took too long; else null. */
  static from(error: unknown): StoreBusy | null {
    if (error instanceof StoreBusy) return error;
    return isBusy(error) ? new StoreBusy('The database is not available.', { cause: error }) : null;
  }
}

/** Classes and codes of appendix A of the PostgreSQL manual. */
const BUSY_CLASSES = ['08', '53', '57', '58'];
const BUSY_CODES = [
  '55P03', // lock_not_available
  '40001', // serialization_failure
  '40P01', // deadlock_detected
  '25006', // read_only_sql_transaction: a standby that was not promoted yet
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT', // the socket's file while the server starts
];
/** pg reports these without a code. */
const BUSY_TEXTS =
  /Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|Cannot use a pool after calling end/;

function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return BUSY_CLASSES.includes(code.slice(0, 2)) && code.length === 5
    ? true
    : BUSY_CODES.includes(code) || BUSY_TEXTS.test(error.message);
}

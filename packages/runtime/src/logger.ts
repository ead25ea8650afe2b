import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger };

/** A fault as a terminal is told of it: as much as a log. */
export function faultLines(fault: unknown): string {
  const { type, code, message, stack, cause } = told(fault);
  const head = [type, code && `(${code})`, message].filter(Boolean).join(' ');
  return [head, stack, cause && `Cause: ${cause.type} ${cause.code ?? ''} ${cause.message ?? ''}`]
    .filter(Boolean)
    .join('\n');
}

/** Logs say what happened, never to whom: bodies, cookies and keys are left out. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    redact: {
      paths: ['*.cookie', '*.authorization', '*.password', '*.body', 'cookie', 'authorization', 'password', 'body'],
      remove: true,
    },
    serializers: { err: told },
  };
  return destination ? pino(options, destination) : pino(options);
}

type Told = {
  readonly type: string;
  readonly code?: string;
  readonly message?: string;
  readonly stack?: string;
  readonly cause?: Told;
};

/** What a fault is and where: of a database's nothing about the row or statement, which may hold a name. */
function told(fault: unknown): Told {
  if (!(fault instanceof Error)) return { type: typeof fault };
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : undefined;
  return {
    type: fault.name,
    ...(code !== undefined && { code }),
    message: quotesValue(code) ? '' : fault.message,
    stack: placesOf(fault),
    ...(fault.cause !== undefined && { cause: told(fault.cause) }),
  };
}

/**
 * Class 22 of SQLSTATE, and Prisma's codes for the same: values that are not taken, and the message quotes them. Others
 * name tables and constraints.
 */
const quotesValue = (code: string | undefined): boolean => /^(22[0-9A-Z]{3}|P20(05|06|07|10|23))$/.test(code ?? '');

/** The stack without the message that it begins with. */
const placesOf = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .join('\n');

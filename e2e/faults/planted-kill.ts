/**
 * Loaded before the program by the gate of named points, and nowhere else: the process ends itself with SIGKILL where it
 * passes such a point. It looks at what goes over the wires to database and clients; the program is the shipped one and
 * knows nothing of it. SIGUSR2 arms it with the file that `PLANTED_KILL` names: a point, and at which passage.
 */
import { readFileSync, rmSync, writeSync } from 'node:fs';
import { ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Point } from './points.ts';

/** The statement is held up for longer by the test. */
const WRITING_MS = 15;
const CLOCK_EVENT = 'adult.prompted';

let plan: { readonly point: string; left: number } | null = null;
let hasCommitted = false;

const file = process.env.PLANTED_KILL;
if (file !== undefined)
  process.on('SIGUSR2', () => {
    const [point = '', passage = '1'] = readFileSync(file, 'utf8').split('\n');
    plan = { point, left: Number(passage) };
    rmSync(file);
  });

function pass(point: Point): void {
  if (plan?.point !== point || --plan.left > 0) return;
  writeSync(2, `killed ${point}\n`);
  process.kill(process.pid, 'SIGKILL');
}

/** Name of the prepared statement that a message to PostgreSQL binds values to. */
function boundStatement(bytes: Uint8Array): string {
  const [kind, portal] = [bytes[0], bytes[5]];
  if (kind !== 'B'.charCodeAt(0) || portal !== 0) return '';
  return Buffer.from(bytes.subarray(6, bytes.indexOf(0, 6))).toString('latin1');
}

/** Whether the bytes may go on. */
function mayPass(socket: Socket, bytes: Uint8Array): boolean {
  const statement = boundStatement(bytes);
  if (statement === 'read-outbox' && hasCommitted) {
    pass('before the relay reads');
    return plan?.point !== 'after the answer, before the relay reads';
  }
  if (statement.startsWith('commit')) {
    hasCommitted = true;
    const isClock = Buffer.from(bytes).includes(CLOCK_EVENT);
    pass(isClock ? 'before the clock’s commit is sent' : 'before the commit is sent');
    // The database answers once the statement is done, and with it its transaction.
    socket.prependOnceListener('data', () =>
      pass(isClock ? 'after the clock’s commit' : 'after the commit, before the answer'),
    );
    if (!isClock) setTimeout(() => pass('while the database writes the commit'), WRITING_MS);
  }
  if (statement === '' && Buffer.from(bytes).includes('cases.changed')) pass('amid a broadcast');
  return true;
}

const { write } = Socket.prototype;
Socket.prototype.write = function (this: Socket, ...args: unknown[]) {
  const [chunk] = args;
  const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  if (plan && bytes instanceof Uint8Array && !mayPass(this, bytes)) return true;
  // Handed on as they came.
  return Reflect.apply(write, this, args) as boolean;
} as typeof write;

const { end } = ServerResponse.prototype;
ServerResponse.prototype.end = function (this: ServerResponse, ...args: unknown[]) {
  // Every byte is with the operating system then.
  if (plan && this.req.method === 'POST' && this.req.url?.endsWith('/events') && this.statusCode === 200)
    this.once('finish', () => pass('after the answer, before the relay reads'));
  return Reflect.apply(end, this, args) as ServerResponse;
} as typeof end;

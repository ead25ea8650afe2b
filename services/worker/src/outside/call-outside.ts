import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { isIPv6, type LookupFunction } from 'node:net';
import { mayReach, outsideFault, type Reach } from '@kaerimichi/notices';

/** Addresses of a name. */
type Resolve = (host: string) => Promise<readonly string[]>;

export type Outside = Reach & {
  /** The resolver of the system, unless a test lies. */
  readonly resolve?: Resolve;
};

type Call = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: string | Buffer;
};

/**
 * What became of a call: the status that was answered, or why there is none. `inside`: the address is none of the open
 * internet, and nothing was sent.
 */
export type Called =
  | { readonly status: number }
  | { readonly why: 'inside' | 'unknownHost' | 'unreachable' | 'untrusted' | 'late' | 'tooLong' };

const WHOLE_MS = 5_000;
const MOST_BYTES = 1_000_000;

const systemResolver: Resolve = async host =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);

/**
 * Sends something to an address that somebody gave. Its name is resolved once, and it is one of the addresses that were
 * looked at with which is connected: a name that leads elsewhere a moment later leads nowhere. Follows no redirect, waits
 * five seconds in all, and throws away what is answered.
 */
export async function callOutside(call: Call, { resolve = systemResolver, ...reach }: Outside): Promise<Called> {
  if (outsideFault(call.url, reach)) return { why: 'inside' };
  const url = new URL(call.url);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const stopping = AbortSignal.timeout(WHOLE_MS);
  const isAddress = host.includes(':') || /^[\d.]+$/.test(host);
  const addresses = isAddress ? [host] : await unlessLate(resolve(host), stopping).catch(() => []);
  if (stopping.aborted) return { why: 'late' };
  if (addresses.length === 0) return { why: 'unknownHost' };
  if (!mayReach(addresses, reach)) return { why: 'inside' };
  return send(call, { url, addresses, stopping });
}

const unlessLate = <Value>(work: Promise<Value>, stopping: AbortSignal): Promise<Value> =>
  new Promise((resolve, reject) => {
    stopping.addEventListener('abort', () => reject(stopping.reason), { once: true });
    work.then(resolve, reject);
  });

/** Answers with what was looked at, whatever is asked. */
const fixed =
  (addresses: readonly string[]): LookupFunction =>
  (_host, { all }, done) => {
    const known: LookupAddress[] = addresses.map(address => ({ address, family: isIPv6(address) ? 6 : 4 }));
    const [first] = known;
    if (all === true) done(null, known);
    else done(null, first?.address ?? '', first?.family);
  };

type Way = { readonly url: URL; readonly addresses: readonly string[]; readonly stopping: AbortSignal };

async function send({ headers, body }: Call, { url, addresses, stopping }: Way): Promise<Called> {
  const { request } = url.protocol === 'https:' ? await import('node:https') : await import('node:http');
  return new Promise(done => {
    const options = { method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(body) } };
    // No agent: a connection that is kept would be one that nobody looked at.
    const asked = request(url, { ...options, agent: false, lookup: fixed(addresses), signal: stopping });
    asked.on('response', response => done(readAway(response, asked)));
    asked.on('error', fault => done({ why: whyOf(fault, stopping) }));
    asked.end(body);
  });
}

/** Reads to the end, so that the other side is not cut, and keeps nothing. */
function readAway(response: IncomingMessage, asked: ClientRequest): Promise<Called> {
  return new Promise(done => {
    let bytes = 0;
    response.on('data', (part: Buffer) => {
      bytes += part.length;
      if (bytes <= MOST_BYTES) return;
      done({ why: 'tooLong' });
      asked.destroy();
    });
    response.on('end', () => done({ status: response.statusCode ?? 0 }));
    response.on('error', () => done({ why: 'late' }));
    response.on('close', () => done({ why: 'late' }));
  });
}

const untrusted = /^(CERT_|ERR_TLS|ERR_SSL|EPROTO|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED)/;

function whyOf(fault: Error & { code?: unknown }, stopping: AbortSignal): 'late' | 'untrusted' | 'unreachable' {
  if (stopping.aborted) return 'late';
  return untrusted.test(String(fault.code)) ? 'untrusted' : 'unreachable';
}

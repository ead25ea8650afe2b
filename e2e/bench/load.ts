import { Agent, request } from 'node:http';

export type Call = {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Posted as JSON; without one it is a GET. */
  readonly body?: string;
};
export type Reply = { readonly status: number; readonly text: string };

/** One keep-alive HTTP call; the smallest client, so that what is measured is the server. */
export function call(agent: Agent, { port, path, headers, body }: Call): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const posted =
      body === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
    const method = body === undefined ? 'GET' : 'POST';
    const to = { agent, hostname: '127.0.0.1', port, path, method, headers: { ...headers, ...posted } };
    const sent = request(to, answer => {
      const pieces: Buffer[] = [];
      answer.on('data', piece => pieces.push(piece));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(pieces).toString() }));
      answer.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Less than any server here keeps an idle connection: a request sent in the moment of its closing would be cut. */
const IDLE_MS = 2_000;

/** Connections that are used again, by so many calls at once at most. */
export const keptAlive = (maxSockets = Number.POSITIVE_INFINITY): Agent =>
  new Agent({ keepAlive: true, maxSockets, timeout: IDLE_MS });

export type Load = {
  readonly done: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
};

/**
 * Each client calls as fast as it is answered, for a while; latencies in milliseconds, but for the first call of each,
 * which opens its connection: with many clients in a short round it would be the 99th percentile by itself.
 */
export async function load(
  clients: number,
  ms: number,
  once: (client: number, agent: Agent) => Promise<boolean>,
): Promise<Load> {
  const agent = keptAlive(clients);
  const latencies: number[] = [];
  let done = 0;
  let failed = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let calls = 0; performance.now() < began + ms; calls++) {
        const start = performance.now();
        const ok = await once(client, agent).catch(() => false);
        if (!ok) failed += 1;
        else {
          done += 1;
          if (calls > 0) latencies.push(performance.now() - start);
        }
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return {
    done,
    perSecond: done / seconds,
    p50: median(latencies),
    p99: quantile(latencies, 0.99),
    failed,
  };
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

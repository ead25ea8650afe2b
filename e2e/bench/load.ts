import { Agent, request } from 'node:http';

/** One keep-alive HTTP call; the smallest client, so that what is measured is the server. */
export function call(
  agent: Agent,
  target: { url: string; path: string; headers: Record<string, string>; body: string },
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(target.url);
    const length = Buffer.byteLength(target.body);
    const headers = { ...target.headers, 'content-type': 'application/json', 'content-length': String(length) };
    const sent = request({ agent, hostname, port, path: target.path, method: 'POST', headers }, answer => {
      const parts: Buffer[] = [];
      answer.on('data', part => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
      answer.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(target.body);
  });
}

export type Load = { readonly perSecond: number; readonly p50: number; readonly p99: number; readonly failed: number };

/** Each client calls as fast as it is answered, for a while; latencies in milliseconds. */
export async function load(
  clients: number,
  ms: number,
  once: (client: number, agent: Agent) => Promise<boolean>,
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const latencies: number[] = [];
  let failed = 0;
  const until = performance.now() + ms;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() < until) {
        const start = performance.now();
        const ok = await once(client, agent).catch(() => false);
        if (ok) latencies.push(performance.now() - start);
        else failed += 1;
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return {
    perSecond: latencies.length / seconds,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    failed,
  };
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

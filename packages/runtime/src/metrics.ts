import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What is measured; labels are routes and codes, never ids or names. */
export type Metrics = {
  readonly requests: Histogram<'route' | 'status'>;
  readonly refusals: Counter<'code'>;
  readonly commits: Counter<'kind'>;
  readonly signIns: Counter<'outcome'>;
  readonly sockets: Gauge;
  readonly relayed: Counter;
  text(): Promise<string>;
  readonly contentType: string;
};

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    requests: new Histogram({
      name: 'kaerimichi_request_seconds',
      help: 'Requests by route',
      labelNames: ['route', 'status'],
      registers,
    }),
    refusals: new Counter({
      name: 'kaerimichi_refusals_total',
      help: 'Refused commands by code',
      labelNames: ['code'],
      registers,
    }),
    commits: new Counter({
      name: 'kaerimichi_commits_total',
      help: 'Accepted commands',
      labelNames: ['kind'],
      registers,
    }),
    signIns: new Counter({
      name: 'kaerimichi_sign_ins_total',
      help: 'Sign-ins by outcome: ok, failed',
      labelNames: ['outcome'],
      registers,
    }),
    sockets: new Gauge({ name: 'kaerimichi_sockets', help: 'Open sockets', registers }),
    relayed: new Counter({ name: 'kaerimichi_relayed_total', help: 'Changes relayed to sockets', registers }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

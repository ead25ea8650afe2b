import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from './load.ts';
import { moveProduct } from './movers.ts';
import { roundMs } from './rounds.ts';
import { figureAtMost, type Row } from './row.ts';
import type { World } from './world.ts';

const WARM_UP_MS = 1_500;
const CLIENTS = 8;

/** What V8 writes with --cpu-prof, as far as it is read here; times in microseconds of the monotonic clock. */
type Profile = {
  readonly startTime: number;
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
};
type Span = { readonly from: number; readonly to: number };

const DECIDING = /\/discharge\/dist\/decide[a-z-]*\.js$|\/xstate\//;
const XSTATE = /\/xstate\//;

/** What of a transition's processor time goes into deciding, as the profiler sees it in the serving process. */
export async function measureChart(world: World): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kaerimichi-profile-'));
  const span = await world.withPair(async pair => {
    const run = (ms: number) => load(CLIENTS, ms, (client, agent) => moveProduct(pair, client, agent));
    await run(WARM_UP_MS);
    const from = now();
    await run(roundMs * 2);
    return { from, to: now() };
  }, folder);
  const [file] = readdirSync(folder);
  if (!file) throw new Error('bench: the product wrote no profile');
  // Written by the node that was started above.
  const profile = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Profile;
  rmSync(folder, { recursive: true });
  const common = { part: 'chart', unit: '%' } as const;
  const deciding = {
    name: 'deciding (chart, requirements, deadlines), of all the server does',
    floor: figureAtMost(20),
  };
  return [
    { ...common, ...deciding, product: shareOf(profile, span, DECIDING) },
    { ...common, name: 'XState and what it calls, of all the server does', product: shareOf(profile, span, XSTATE) },
  ];
}

const now = () => Number(process.hrtime.bigint() / 1000n);

/** Percent of the busy time within a span that was spent in functions of such files and in what those called. */
function shareOf({ nodes, samples, timeDeltas, startTime }: Profile, { from, to }: Span, files: RegExp): number {
  const byId = new Map(nodes.map(node => [node.id, node]));
  const inside = new Set<number>();
  const enter = (id: number) => {
    inside.add(id);
    for (const child of byId.get(id)?.children ?? []) enter(child);
  };
  for (const { id, callFrame } of nodes) if (!inside.has(id) && files.test(callFrame.url)) enter(id);
  let at = startTime;
  let busy = 0;
  let counted = 0;
  for (const [n, id] of samples.entries()) {
    const spent = timeDeltas[n] ?? 0;
    at += spent;
    if (at < from || at > to || byId.get(id)?.callFrame.functionName === '(idle)') continue;
    busy += spent;
    if (inside.has(id)) counted += spent;
  }
  return (100 * counted) / busy;
}

import { randomUUID } from 'node:crypto';
import type { Client } from '../product/client.ts';
import { call, type Load, load } from './load.ts';

/** A case that goes back and forth between the interview and planning: real moves, the facts stay the same size. */
type Mover = { readonly id: string; version: number; stage: string };

export async function makeMovers(nurse: Client, lead: string, count: number): Promise<Mover[]> {
  return Promise.all(Array.from({ length: count }, () => makeMover(nurse, lead)));
}

async function makeMover(nurse: Client, lead: string): Promise<Mover> {
  const registered = await nurse.post<{ id: string }>('/cases', {
    lead,
    bornOn: '2025-01-01',
    reason: 'bench',
    origin: 'ward',
  });
  const { id } = registered.body;
  const today = new Date().toISOString().slice(0, 10);
  const consent = {
    consentId: 'c',
    scope: 'hospital',
    categories: ['clinical'],
    purpose: 'care',
    from: '2026-01-01',
    givers: [{ relation: 'mother', authority: 'parental' }],
    method: 'paper',
  };
  const steps = [
    { type: 'factors.recorded', factors: ['medicalProcedures'] },
    { type: 'screening.completed' },
    { type: 'interview.held', outcome: 'held', occurredOn: today },
    { type: 'wish.recorded', wish: 'home' },
    { type: 'consent.recorded', ...consent },
  ];
  let version = 1;
  for (const step of steps) {
    const answer = await nurse.send(id, version, step);
    if (answer.status !== 200)
      throw new Error(`bench: ${step.type} answered ${answer.status} ${JSON.stringify(answer.body)}`);
    version = answer.body.version;
  }
  return { id, version, stage: 'familyInterview' };
}

/** One move of the product with everything on: access, key, chain, records, outbox, fan-out. */
export async function moveProduct(
  nurse: Client,
  mover: Mover,
  agent: Parameters<Parameters<typeof load>[2]>[1],
): Promise<boolean> {
  const event =
    mover.stage === 'planning' ? { type: 'planning.returned', reason: 'bench' } : { type: 'interview.completed' };
  const headers = { cookie: nurse.cookie, 'idempotency-key': randomUUID(), 'if-match': `"${mover.version}"` };
  const answer = await call(agent, {
    url: nurse.url,
    path: `/api/v1/cases/${mover.id}/events`,
    headers,
    body: JSON.stringify(event),
  });
  if (answer.status !== 200) return false;
  // The product's own answer, checked by status.
  const { version, stage } = JSON.parse(answer.text) as { version: number; stage: string };
  mover.version = version;
  mover.stage = stage;
  return true;
}

export const loadProduct = (nurse: Client, movers: readonly Mover[], clients: number, ms: number): Promise<Load> =>
  load(clients, ms, (client, agent) => {
    const mover = movers[client];
    return mover ? moveProduct(nurse, mover, agent) : Promise.resolve(false);
  });

/** The same number of clients on the bare server, each on its own row. */
export function loadBare(url: string, versions: Map<number, number>, clients: number, ms: number): Promise<Load> {
  return load(clients, ms, async (client, agent) => {
    const version = versions.get(client) ?? 0;
    const body = JSON.stringify({ id: client, version, to: version % 2 ? 'a' : 'b' });
    const answer = await call(agent, { url, path: '/move', headers: {}, body });
    if (answer.status !== 200) return false;
    versions.set(client, version + 1);
    return true;
  });
}

import { randomUUID } from 'node:crypto';
import type { Agent } from 'node:http';
import type { Client } from '../product/client.ts';
import { LEAD } from './fill-cases.ts';
import { call } from './load.ts';
import type { Pair } from './world.ts';

/**
 * A case that goes back and forth between the interview and planning: real moves, the facts stay the same size. Moved by
 * a sign-in of its own, as clients are: the commits of one session hold its row together, those of others do not.
 */
export type Mover = { readonly id: string; readonly cookie: string; version: number; stage: string };

const AT_ONCE = 16;

export async function makeMovers(signInNurse: () => Promise<Client>, count: number): Promise<Mover[]> {
  const movers: Mover[] = [];
  while (movers.length < count)
    movers.push(
      ...(await Promise.all(
        Array.from({ length: Math.min(AT_ONCE, count - movers.length) }, async () => makeMover(await signInNurse())),
      )),
    );
  return movers;
}

async function makeMover(nurse: Client): Promise<Mover> {
  const registration = { lead: LEAD, bornOn: '2025-01-01', reason: 'bench', origin: 'ward' };
  const { id } = (await nurse.post<{ id: string }>('/cases', registration)).body;
  let version = 1;
  for (const step of steps()) {
    const answer = await nurse.send(id, version, step);
    if (answer.status !== 200)
      throw new Error(`bench: ${step.type} answered ${answer.status} ${JSON.stringify(answer.body)}`);
    version = answer.body.version;
  }
  return { id, cookie: nurse.cookie, version, stage: 'familyInterview' };
}

const steps = () => [
  { type: 'factors.recorded', factors: ['medicalProcedures'] },
  { type: 'screening.completed' },
  { type: 'interview.held', outcome: 'held', occurredOn: new Date().toISOString().slice(0, 10) },
  { type: 'wish.recorded', wish: 'home' },
  {
    type: 'consent.recorded',
    consentId: 'c',
    scope: 'hospital',
    categories: ['clinical'],
    purpose: 'care',
    from: '2026-01-01',
    givers: [{ relation: 'mother', authority: 'parental' }],
    method: 'paper',
  },
];

/** One move of the product's n-th case with everything on: access, key, chain, records, outbox, fan-out. */
export async function moveProduct({ product, movers }: Pair, n: number, agent: Agent): Promise<boolean> {
  const mover = movers[n];
  if (!mover) return false;
  const isPlanning = mover.stage === 'planning';
  const event = isPlanning ? { type: 'planning.returned', reason: 'bench' } : { type: 'interview.completed' };
  const answer = await call(agent, {
    port: product.port,
    path: `/api/v1/cases/${mover.id}/events`,
    headers: { cookie: mover.cookie, 'idempotency-key': randomUUID(), 'if-match': `"${mover.version}"` },
    body: JSON.stringify(event),
  });
  if (answer.status !== 200) return false;
  // The product's own answer, checked by status.
  const { version, stage } = JSON.parse(answer.text) as { version: number; stage: string };
  mover.version = version;
  mover.stage = stage;
  return true;
}

/** A row of the bare server's table. */
export type BareRow = { readonly id: number; version: number };

/** One move of the bare server's n-th row. */
export async function moveBare({ bare, bareRows }: Pair, n: number, agent: Agent): Promise<boolean> {
  const row = bareRows[n];
  if (!row) return false;
  const body = JSON.stringify({ id: row.id, version: row.version, to: row.version % 2 ? 'a' : 'b' });
  const answer = await call(agent, { port: bare.port, path: '/move', headers: {}, body });
  if (answer.status !== 200) return false;
  row.version += 1;
  return true;
}

/** A case in the tables that Express with Prisma writes. */
export type PrismaRow = { readonly id: string; version: number };

/** One move there, with the same rows as a move of the product: every second one carries a text. */
export async function movePrisma(port: number, row: PrismaRow, agent: Agent): Promise<boolean> {
  const reason = row.version % 2 ? 'bench' : null;
  const body = JSON.stringify({ id: row.id, version: row.version, key: randomUUID(), reason });
  const answer = await call(agent, { port, path: '/move', headers: {}, body });
  if (answer.status !== 200) return false;
  row.version += 1;
  return true;
}

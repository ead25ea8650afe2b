import type { Agent } from 'node:http';
import type { Crowd } from './crowd.ts';
import { moveBare, moveProduct } from './movers.ts';
import type { Pair } from './world.ts';

/** A server with a crowd of clients, to which the n-th case can be moved. */
export type Side = {
  readonly crowd: Crowd;
  /** Moves the n-th case; resolves when the move is answered and every client has it. Throws when it was refused. */
  change(n: number): Promise<void>;
};

export const productSide = (pair: Pair, crowd: Crowd, agent: Agent): Side => ({
  crowd,
  change: n => delivered(crowd, pair.movers[n], () => moveProduct(pair, n, agent)),
});

export const bareSide = (pair: Pair, crowd: Crowd, agent: Agent): Side => ({
  crowd,
  change: n => delivered(crowd, pair.bareRows[n], () => moveBare(pair, n, agent)),
});

async function delivered(
  crowd: Crowd,
  subject: { readonly id: string | number; readonly version: number } | undefined,
  move: () => Promise<boolean>,
): Promise<void> {
  if (!subject) throw new Error('bench: no such case');
  const seen = crowd.expect(subject.id, subject.version + 1);
  if (!(await move())) throw new Error('bench: the change was refused');
  await seen;
}

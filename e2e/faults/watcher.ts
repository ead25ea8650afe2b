import { type BoardDifference, boardDigest, type Change, type Pulse } from '@kaerimichi/contracts';
import { io, type Socket } from 'socket.io-client';
import { expect } from 'vitest';
import type { Client } from '../product/client.ts';

/** A board as a client keeps it: a higher version replaces, null removes, what was missed is asked for. */
export class Watcher {
  readonly versions = new Map<string, number>();
  readonly socket: Socket;
  constructor(url: string, cookie: string) {
    this.socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 100,
      reconnectionDelayMax: 300,
      extraHeaders: { cookie },
    });
    this.socket.on('cases.changed', ({ changes }: { changes: Change[] }) => {
      for (const { caseId, version, card } of changes) this.take(caseId, version, card !== null);
    });
    this.socket.on('connect', () => void this.catchUp());
    this.socket.on('board.pulse', (pulse: Pulse) => {
      if (pulse.digest !== boardDigest(this.versions)) void this.catchUp();
    });
  }
  take(caseId: string, version: number, isHere: boolean): void {
    // A lower version is ignored (interface.md): a relay tells its own commits from memory, where another's is newer.
    if (!isHere) this.versions.delete(caseId);
    else this.versions.set(caseId, Math.max(version, this.versions.get(caseId) ?? 0));
  }
  /** Cut meanwhile, the next connection catches up. */
  catchUp(): Promise<void> {
    return this.ask().catch(() => undefined);
  }
  private async ask(): Promise<void> {
    await this.socket.emitWithAck('board.watch');
    const answer: BoardDifference = await this.socket.emitWithAck('board.sync', {
      have: Object.fromEntries(this.versions),
    });
    for (const card of answer.changed)
      if ((this.versions.get(card.id) ?? 0) < card.version) this.versions.set(card.id, card.version);
    for (const id of answer.removed) this.versions.delete(id);
  }
}

type Board = { readonly columns: string[]; readonly rows: unknown[][]; readonly pulse: Pulse };

/** The versions that a board read now shows; they agree with its pulse. */
export async function readVersions(client: Client): Promise<Map<string, number>> {
  const { body } = await client.get<Board>('/board');
  const [id = 0, version = 0] = ['id', 'version'].map(name => body.columns.indexOf(name));
  const versions = new Map(body.rows.map(row => [String(row[id]), Number(row[version])]));
  expect(boardDigest(versions)).toBe(body.pulse.digest);
  return versions;
}

/** Within the longest time between two pulses a client shows what a board read now shows. */
export async function expectShown(versions: ReadonlyMap<string, number>, watcher: Watcher): Promise<void> {
  await expect.poll(() => boardDigest(watcher.versions), { timeout: 25_000, interval: 20 }).toBe(boardDigest(versions));
  expect(Object.fromEntries(watcher.versions)).toEqual(Object.fromEntries(versions));
}

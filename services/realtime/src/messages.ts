import { accessOf, seesBoard } from '@kaerimichi/access';
import { boardDifference, pulseOf } from '@kaerimichi/casework';
import { boardDigest, boardHave, caseWatch } from '@kaerimichi/contracts';
import { tokyoDay } from '@kaerimichi/discharge';
import type { GatewaySocket } from './gateway.ts';
import type { RealtimePorts } from './ports.ts';

export const orgRoom = (org: string, key: string) => `org:${org}:${key}`;
export const caseRoom = (caseId: string, org: string) => `case:${caseId}:${org}`;
/** Rooms of an organisation's board, one per visibility class. */
const classes = ['full', 'partner', 'numberOnly'] as const;

type Ack = (answer: never) => void;

/** An acknowledgement is optional: a client may send without one. */
function answer(ack: unknown, body: object): void {
  if (typeof ack === 'function') (ack as (value: object) => void)(body);
}

/** Messages of interface.md; every payload is parsed, every case asked about. */
export function answerMessages(socket: GatewaySocket, ports: RealtimePorts): void {
  const { viewer } = socket.data.who;
  const { store, clock } = ports;
  const guarded = (ack: unknown, work: () => Promise<object>) =>
    work().then(
      body => answer(ack, body),
      () => answer(ack, { code: 'busy' }),
    );
  socket.on('board.watch', (ack: Ack) =>
    guarded(ack, async () => {
      if (!seesBoard(viewer)) return { code: 'not-permitted' };
      for (const visibility of classes) await socket.join(orgRoom(viewer.org, visibility));
      return { pulse: pulseOf(await store.board.versionsOf(viewer.org), clock.now(), boardDigest) };
    }),
  );
  socket.on('board.sync', (body: unknown, ack: Ack) =>
    guarded(ack, async () => {
      const parsed = boardHave.safeParse(body);
      if (!parsed.success) return { code: 'bad-input' };
      if (!seesBoard(viewer)) return { code: 'not-permitted' };
      const at = clock.now();
      return boardDifference(await store.board.of(viewer.org), parsed.data.have, {
        at,
        on: tokyoDay(at),
        digest: boardDigest,
      });
    }),
  );
  socket.on('case.watch', (body: unknown, ack: Ack) =>
    guarded(ack, async () => {
      const parsed = caseWatch.safeParse(body);
      if (!parsed.success) return { code: 'bad-input' };
      const loaded = await store.cases.loadFresh(parsed.data.caseId);
      if (!loaded || !accessOf(loaded.access, viewer)) return { code: 'not-found' };
      await socket.join(caseRoom(loaded.id, viewer.org));
      return { version: loaded.version };
    }),
  );
  socket.on('case.leave', (body: unknown) => {
    const parsed = caseWatch.safeParse(body);
    if (parsed.success) void socket.leave(caseRoom(parsed.data.caseId, viewer.org));
  });
}

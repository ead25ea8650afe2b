import { accessOf, audienceOf, type Viewer, viewerAt } from '@kaerimichi/access';
import { boardDifference, pulseOf } from '@kaerimichi/casework';
import { boardDigest, boardHave, caseWatch } from '@kaerimichi/contracts';
import { tokyoDay } from '@kaerimichi/discharge';
import { StoreBusy } from '@kaerimichi/store';
import type { GatewaySocket } from './gateway.ts';
import type { RealtimePorts } from './ports.ts';
import type { Presence } from './presence.ts';

/** Rooms are named by the server alone: an organisation, how it stands to the case, and the roles that see the same. */
export const orgRoom = (org: string, key: string, audience: string) => `org:${org}:${key}:${audience}`;
export const caseRoom = (caseId: string, org: string) => `case:${caseId}:${org}`;
/** Guardians who look at their child: each leaves with its session, and is told that something happened, not what. */
export const FAMILY_ROOM = 'family';
const roomOf = (caseId: string, { role, org }: Viewer) => caseRoom(caseId, role === 'family' ? FAMILY_ROOM : org);
/** Rooms of an organisation's board, one per visibility class. */
const classes = ['full', 'partner', 'numberOnly'] as const;

/** Puts a socket into the rooms of its organisation's board, as a viewer sees it, and out of those of another audience. */
export async function watchBoard(socket: GatewaySocket, viewer: Viewer): Promise<void> {
  const id = audienceOf(viewer)?.id;
  const before = socket.data.watches;
  if (id === undefined || id === before) return;
  socket.data.watches = id;
  for (const visibility of classes) {
    if (before !== undefined) await socket.leave(orgRoom(viewer.org, visibility, before));
    await socket.join(orgRoom(viewer.org, visibility, id));
  }
}

type Ack = (answer: never) => void;

/** An acknowledgement is optional: a client may send without one. */
function answer(ack: unknown, body: object): void {
  if (typeof ack === 'function') (ack as (value: object) => void)(body);
}

/** Messages of interface.md; every payload is parsed, every case asked about. */
export function answerMessages(socket: GatewaySocket, ports: RealtimePorts & { readonly presence: Presence }): void {
  const { viewer } = socket.data.who;
  const { store, clock } = ports;
  // Of a wall display the level changes while it is connected: asked for by each message, after what it waits for.
  const viewerNow = () => viewerAt(socket.data.who.viewer, clock.now());
  const guarded = (ack: unknown, work: () => Promise<object>) =>
    work().then(
      body => answer(ack, body),
      fault => {
        // Too many at once is no fault of ours; anything else would look like load for ever.
        if (!(fault instanceof StoreBusy)) ports.log.error({ err: fault }, 'a message could not be answered');
        answer(ack, { code: 'busy' });
      },
    );
  socket.on('board.watch', (ack: Ack) =>
    guarded(ack, async () => {
      if (!audienceOf(viewer)) return { code: 'not-permitted' };
      await watchBoard(socket, viewerNow());
      ports.presence.tell(viewer.org);
      return { pulse: pulseOf(await store.board.versionsOf(viewer.org), clock.now(), boardDigest) };
    }),
  );
  socket.on('board.sync', (body: unknown, ack: Ack) =>
    guarded(ack, async () => {
      const parsed = boardHave.safeParse(body);
      if (!parsed.success) return { code: 'bad-input' };
      if (!audienceOf(viewer)) return { code: 'not-permitted' };
      const entries = await store.board.of(viewer.org);
      const at = clock.now();
      const now = { at, on: tokyoDay(at), digest: boardDigest };
      return boardDifference(entries, { have: parsed.data.have, viewer: viewerNow() }, now);
    }),
  );
  socket.on('presence.set', (body: unknown) => void ports.presence.set(socket, body));
  socket.on('form.set', (body: unknown) => ports.presence.forms.set(socket, body));
  answerCaseMessages(socket, { ...ports, guarded });
}

type Guarded = { readonly guarded: (ack: unknown, work: () => Promise<object>) => Promise<void> };

function answerCaseMessages(socket: GatewaySocket, { store, guarded }: RealtimePorts & Guarded): void {
  const { viewer } = socket.data.who;
  socket.on('case.watch', (body: unknown, ack: Ack) =>
    guarded(ack, async () => {
      const parsed = caseWatch.safeParse(body);
      if (!parsed.success) return { code: 'bad-input' };
      const loaded = await store.cases.loadFresh(parsed.data.caseId);
      const isSeen = loaded !== null && accessOf(loaded, viewer) !== null;
      const { person, membership, org, role } = viewer;
      const outcome = isSeen ? 'ok' : 'not-found';
      const about = { caseId: parsed.data.caseId, seq: null, what: 'case', outcome, requestId: null };
      store.log.write({ action: 'watch', person, membership, org, role, ...about });
      if (!loaded || !isSeen) return { code: 'not-found' };
      await socket.join(roomOf(loaded.id, viewer));
      return { version: loaded.version };
    }),
  );
  socket.on('case.leave', (body: unknown) => {
    const parsed = caseWatch.safeParse(body);
    if (parsed.success) void socket.leave(roomOf(parsed.data.caseId, viewer));
  });
}

import type { Me } from '@kaerimichi/contracts';
import type { Api } from '../api/api.ts';
import { routes } from '../api/routes.ts';
import { sendEvent } from '../api/send-event.ts';
import type { Services } from '../app/services.tsx';
import type { Workplace } from '../app/workplace.tsx';
import { createDevice, type Device } from './device.ts';
import { openIndexedRows } from './indexed-rows.ts';
import { createKeptAnswers, type KeptAnswers } from './kept-answers.ts';
import { sealedOutgoing, tabOutgoing } from './kept-outgoing.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { removeWorker, startWorker } from './program-files.ts';

/** What works without a network: what is kept here, and what waits to be sent. */
export type OfflineProgram = {
  readonly device: Device;
  readonly answers: KeptAnswers;
  readonly outbox: Outbox;
  /** Somebody works here: what they wrote is sent in their name from now on, until the answer is called. */
  readonly begin: (place: Bound) => () => void;
  /** How much was written here and is not sent yet, also while it is locked. */
  readonly unsent: () => number;
  /** Somebody left: nothing of theirs stays. */
  readonly leave: () => Promise<void>;
};

type Bound = Pick<Workplace, 'live' | 'own' | 'seen' | 'isHere'> & {
  readonly me: Me;
  readonly wrote: (caseId: string) => void;
};

const CHANNEL = 'kaerimichi.device';

/** The program of this page, made when something of it is first wanted. */
export function openProgram({ offline, api }: Pick<Services, 'offline' | 'api'>): OfflineProgram {
  const made = offline.program.read();
  if (made) return made;
  const device = createDevice({
    rows: openIndexedRows(),
    flag: offline.flag,
    channel: new BroadcastChannel(CHANNEL),
    now: Date.now,
  });
  let bound: Bound | null = null;
  const outbox = createOutbox({
    kept: tabOutgoing(sessionStorage, { person: '', membership: '' }),
    isThere: () => bound?.isHere() === true,
    send: async ({ caseId, append, version, id, body }) => {
      if (!bound) throw new Error('nobody works here');
      const { isHere, own, seen, live, wrote } = bound;
      // What else happened to the case meanwhile does not speak against it; that it was done, the case itself says.
      const event = { caseId, append, version, key: id, body, isHere, again: () => body };
      const answer = await sendEvent(api, event).finally(() => wrote(caseId));
      own.note(caseId, answer.version);
      seen.wrote(caseId, answer.version);
      live.written();
      return answer.version;
    },
    alone: run => navigator.locks.request('kaerimichi.outbox', run),
    now: Date.now,
    newId: () => crypto.randomUUID(),
  });
  const program: OfflineProgram = {
    device,
    outbox,
    answers: createKeptAnswers(device),
    begin: place => {
      bound = place;
      const stop = follow(program, { ...place, api });
      return () => {
        if (bound === place) bound = null;
        stop();
      };
    },
    unsent: () => {
      const state = device.state.read();
      const sealed = state.is === 'locked' ? state.unsent : 0;
      return sealed + outbox.items.read().filter(item => item.state.is !== 'sent').length;
    },
    leave: async () => {
      await device.wipe();
      await removeWorker();
    },
  };
  offline.program.write(program);
  // Whether something is kept is not said by a look that failed: whoever leaves erases it all the same.
  device.look().catch(() => undefined);
  if (offline.flag.read()) startWorker();
  return program;
}

/** What waits is tried again whenever there may be somebody to send it to, and once in a while besides. */
const LOOK_MS = 20_000;

/** So often what every page begins with is kept anew while somebody works here. */
const KEEP_ANEW_MS = 10 * 60_000;

/** What every page of a signed-in person begins with: asked for once more, so that it is kept. */
async function keepFirst(api: Api, { abilities }: Me): Promise<void> {
  const isQuiet = true;
  await Promise.allSettled([
    api.call(routes.session, { isQuiet }),
    api.call(routes.pathway, { isQuiet }),
    api.call(routes.place, { isQuiet }),
    ...(abilities.board ? [api.call(routes.board, { isQuiet }), api.call(routes.tasks, { isQuiet })] : []),
  ]);
}

function follow({ device, outbox }: OfflineProgram, { me, live, api }: Bound & { readonly api: Api }): () => void {
  const isOwn = () => {
    const state = device.state.read();
    return state.is === 'open' && state.owner === me.membership.id;
  };
  const tab = tabOutgoing(sessionStorage, { person: me.person.id, membership: me.membership.id });
  let isSealed = false;
  const settleNow = async () => {
    const state = device.state.read();
    // A shared computer keeps nothing of another account.
    const owner = state.is === 'locked' || state.is === 'open' ? state.owner : me.membership.id;
    if (owner !== me.membership.id) {
      if (!me.memberships.some(({ id }) => id === owner)) return device.wipe();
      // The same person in another organisation or role: what they wrote there waits, sealed, until they act there again.
      if (state.is === 'open') return device.lock();
    }
    const next = isOwn();
    if (next === isSealed) return;
    isSealed = next;
    await outbox.moveTo(next ? sealedOutgoing(device) : tab);
    if (next) void keepFirst(api, me);
    await outbox.flush();
  };
  const look = () => void outbox.flush();
  // One after the other: what is moved here is not moved there meanwhile.
  let turn = outbox.moveTo(tab);
  const settle = () => {
    turn = turn.then(settleNow, settleNow);
    return turn;
  };
  void settle().then(look);
  const timer = setInterval(look, LOOK_MS);
  const anew = setInterval(() => isOwn() && void keepFirst(api, me), KEEP_ANEW_MS);
  const stops = [
    device.state.subscribe(() => void settle()),
    // With the live connection the network is there again.
    live.status.subscribe(() => live.status.read().isConnected && look()),
  ];
  window.addEventListener('online', look);
  return () => {
    clearInterval(timer);
    clearInterval(anew);
    window.removeEventListener('online', look);
    for (const stop of stops) stop();
  };
}

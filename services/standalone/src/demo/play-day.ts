import type { DemoDay, DemoDayStep, DemoHappening } from '@kaerimichi/api';
import type { LoadedCase } from '@kaerimichi/casework';
import {
  type DayPorts,
  type Done,
  type Played,
  personOf,
  playStep,
  type Sent,
  scriptedDays,
  type ToSend,
} from '@kaerimichi/demo';
import { tokyoDay, type Words } from '@kaerimichi/discharge';
import { eventsByType } from '@kaerimichi/discharge/chart';
import type { DeskPorts } from './open-demo-desk.ts';
import { pushClock } from './push-clock.ts';
import { sendAs } from './send-as.ts';
import { whoIs } from './who-is.ts';

/** What can be played, in words. */
export const daysToPlay: readonly DemoDay[] = scriptedDays.map(({ id, title, about }) => ({ id, title, about }));

/** Plays the next step of a scripted day with everybody of the demo: their sessions, their rights, the one clock. */
export async function playDay(ports: DeskPorts, id: string, requestId: string): Promise<DemoDayStep> {
  const day = scriptedDays.find(one => one.id === id);
  if (!day) throw new Error(`demo: no scripted day ${id}`);
  return asStep(await playStep(day, portsOf(ports, requestId)), tokyoDay(ports.clock.now()));
}

/** Whose cases a day may be about: those of the hospital that leads the story, and of the station beside it. */
const concerned = ['dsn', 'hvn'].map(sign => personOf(sign).org);

const portsOf = (ports: DeskPorts, requestId: string): DayPorts => ({
  cases: () => loadConcerned(ports),
  moment: async () => ({ at: ports.clock.now(), hubs: await ports.store.cases.listHubs() }),
  push: async to => void (await pushClock(ports, to)),
  send: (loaded, what) => sendUntilTaken(ports, { loaded, what, requestId }),
});

async function loadConcerned({ store }: DeskPorts): Promise<LoadedCase[]> {
  const boards = await Promise.all(concerned.map(org => store.board.versionsOf(org)));
  const ids = [...new Set(boards.flat().map(([id]) => id))];
  const loaded = await Promise.all(ids.map(id => store.cases.loadFresh(id)));
  return loaded.flatMap(one => one ?? []).sort((a, b) => a.no.localeCompare(b.no));
}

type Sending = { readonly loaded: LoadedCase; readonly what: ToSend; readonly requestId: string };

/** Somebody who writes to the same case all the time is let have it. */
const MOST_TIMES = 5;

async function sendUntilTaken(ports: DeskPorts, { loaded, what, requestId }: Sending): Promise<Sent> {
  let now = loaded;
  for (let times = 1; ; times++) {
    const outcome = await sendAs(ports, { ...what, loaded: now, requestId });
    const fresh = (await ports.store.cases.loadFresh(loaded.id)) ?? now;
    if (outcome.ok) return { ok: true, loaded: fresh };
    const { code, reasons = [] } = outcome.refusal;
    if (code !== 'version-conflict' || times === MOST_TIMES)
      return { ok: false, why: reasons.length > 0 ? reasons.map(({ text }) => text) : [notNow] };
    now = fresh;
  }
}

const notNow: Words = {
  ja: 'ほかの人の操作と重なったか、その人がいまログインできないため、進められませんでした。',
  en: 'Somebody else was at this case, or whoever does this cannot sign in now.',
};

const asStep = ({ step, refused, happened, ...rest }: Played, today: string): DemoDayStep => ({
  ...rest,
  today,
  step: step && {
    ...{ what: step.what, look: step.look },
    happened: happened.map(toldOf),
    refused: refused && { ...toldOf(refused), what: labelOf(refused), why: refused.why },
  },
});

const labelOf = ({ type }: Done): Words => eventsByType.get(type)?.label ?? { ja: type, en: type };

/** As the history of a case names the event. */
const toldOf = (done: Done): DemoHappening => ({
  ...{ no: done.no, child: done.child, who: whoIs(done.by) },
  what: eventsByType.get(done.type)?.told ?? labelOf(done),
});

import type { SignedIn } from '@kaerimichi/casework';
import { type Wall, wallEndpoints } from '@kaerimichi/contracts';
import { describePathway } from '@kaerimichi/discharge/chart';
import { screenCookie } from '@kaerimichi/runtime';
import type { StoredScreen } from '@kaerimichi/store';
import { fewAtATime } from '../few-at-a-time.ts';
import { implement } from '../implement.ts';
import { noteChange } from '../note-change.ts';
import { isPassword } from '../password.ts';
import type { ApiPorts } from '../ports.ts';
import { slowDown } from '../slow-down.ts';
import { logSession } from './session.ts';

/** What a device on a wall asks: to become a display by its link, what it is, and names for whoever types its PIN. */
export function wallImplementations(ports: ApiPorts) {
  return [entering(ports), reading(ports), unlocking(ports), locking(ports)];
}

const voidLink = {
  ok: false,
  refusal: {
    code: 'not-found' as const,
    detail:
      'このリンクは使えません。使い終わったか、期限が過ぎています。組織の管理者に、新しいリンクを頼んでください。 / This link cannot be used: it was used, or its time is over. Ask your administrator for a new one.',
  },
} as const;

const entering = (ports: ApiPorts) =>
  implement(ports, wallEndpoints.enter, async ({ body: { token }, meta: { requestId } }, cookie) =>
    enterWall(ports, { opened: await ports.store.screens.open(token), requestId, cookie }),
  );

type Entering = {
  readonly opened: { readonly token: string; readonly signedIn: SignedIn } | null;
  readonly requestId: string;
  readonly cookie: (value: string) => void;
};

/** A device becomes a wall display: its cookie, and what it is. */
export async function enterWall(ports: ApiPorts, { opened, requestId, cookie }: Entering) {
  const wall = opened && (await describeWall(ports, opened.signedIn));
  if (!opened || !wall) return voidLink;
  logSession(ports, { action: 'signIn', what: 'session', requestId }, opened.signedIn.viewer);
  cookie(screenCookie(opened.token, ports.settings.isSecure));
  return { ok: true, answer: wall } as const;
}

const gone = { ok: false, refusal: { code: 'sign-in' } } as const;

const reading = (ports: ApiPorts) =>
  implement(ports, wallEndpoints.read, async ({ who }) => {
    const wall = await describeWall(ports, who);
    return wall ? { ok: true, answer: wall } : gone;
  });

async function describeWall(ports: ApiPorts, { viewer }: SignedIn): Promise<Wall | null> {
  const { store, clock, settings, demo } = ports;
  const screen = viewer.screen ? await store.screens.find(viewer.screen.id) : null;
  if (!screen || screen.state === 'revoked') return null;
  const leads = new Set((await store.board.of(viewer.org)).map(({ card }) => card.lead));
  const orgs = await store.organisations.namesOf([viewer.org, ...leads]);
  return {
    screen: shownOnWall(screen),
    org: { id: viewer.org, name: orgs[viewer.org] ?? '' },
    sightUntil: screen.sightUntil,
    orgs,
    columns: columnsOfPathway(),
    at: clock.now(),
    demo: settings.isDemo,
    pin: demo?.wall.id === screen.id ? demo.wall.pin : null,
  };
}

const shownOnWall = ({ id, name, level, nightDimming, reducedMotion, hasPin }: StoredScreen): Wall['screen'] => ({
  ...{ id, name, level, nightDimming, reducedMotion, hasPin },
});

let known: Wall['columns'] | null = null;

/** A wall reads no more of the pathway than its columns. */
function columnsOfPathway(): Wall['columns'] {
  known ??= describePathway().columns.map(({ id, label, phase }) => ({ id, label, phase }));
  return known;
}

/** A comparison takes 90 ms of a processor. */
const AT_A_TIME = 2;
const WAITING = 50;

const wrongPin = (left: string) =>
  ({ ok: false, refusal: { code: 'bad-input', issues: [{ path: 'pin', message: left }] } }) as const;

const unlocking = (ports: ApiPorts) => {
  const { store, clock } = ports;
  const inTurn = fewAtATime(AT_A_TIME, WAITING);
  return implement(ports, wallEndpoints.unlock, async ({ who: { viewer }, body: { pin }, meta: { requestId } }) => {
    const id = viewer.screen?.id ?? '';
    const tried = await inTurn(async () => {
      const reserved = await store.screens.reservePin(id);
      if (!reserved || 'until' in reserved) return { reserved, isRight: false };
      return { reserved, isRight: await isPassword(reserved.pinHash, pin) };
    });
    if (!tried) return { ok: false, refusal: { code: 'busy' } };
    const { reserved, isRight } = tried;
    if (!reserved) return { ok: false, refusal: { code: 'not-permitted' } };
    if ('until' in reserved) return slowDown(reserved.until, clock.now());
    const note = (outcome: string) => noteChange(ports, viewer, { what: `screen ${id} sight`, outcome, requestId });
    if (!isRight) {
      note('refused');
      return wrongPin('PINが違います。もう一度入れてください。 / Wrong PIN. Try again.');
    }
    await store.screens.notePinRight(id);
    const { until } = await store.screens.setSight(id, true);
    note('opened');
    return until === null ? gone : { ok: true, answer: { until } };
  });
};

const locking = (ports: ApiPorts) =>
  implement(ports, wallEndpoints.lock, async ({ who: { viewer } }) => {
    if (viewer.screen) await ports.store.screens.setSight(viewer.screen.id, false);
    return { ok: true, answer: null };
  });

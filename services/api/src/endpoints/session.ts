import { setTimeout as sleep } from 'node:timers/promises';
import {
  countsItsHouse,
  eventsBy,
  holdsOn,
  mayAdminister,
  mayFound,
  mayImport,
  mayImportFacilities,
  mayRefer,
  readsMerges,
  readsProof,
  registers,
  seesBoard,
  seesCounts,
  seesHandoffs,
  seesResources,
  seesSignIns,
  type Viewer,
} from '@kaerimichi/access';
import type { SignedIn } from '@kaerimichi/casework';
import { type Me, readSettings, sessionEndpoints, settingsEndpoints } from '@kaerimichi/contracts';
import { tokyoDay } from '@kaerimichi/discharge';
import { sessionCookie, tokenOf } from '@kaerimichi/runtime';
import type { SignInAccount } from '@kaerimichi/store';
import { fewAtATime } from '../few-at-a-time.ts';
import { implement } from '../implement.ts';
import { isDemoThere } from '../is-demo-there.ts';
import { isPassword } from '../password.ts';
import type { ApiPorts } from '../ports.ts';
import { slowDown } from '../slow-down.ts';

/** Sign-in, sign-out, who am I. A failure never tells whether the account exists, and takes the same time. */
export function sessionImplementations(ports: ApiPorts) {
  const { store, settings } = ports;
  const inTurn = fewAtATime(AT_A_TIME, WAITING);
  const oneByOne = fewAtATime(1, WAITING_SLOWED);
  return [
    implement(ports, sessionEndpoints.signIn, async ({ who: before, body, address, meta }, cookie) => {
      const attempt = { identifier: body.identifier, address, requestId: meta.requestId };
      if (body.code) return { ok: false, refusal: { code: 'bad-input', issues: [noSecondFactor] } };
      const signInNow = () => signInOnce(ports, attempt, body.password);
      const isSlowed = await store.signIn.isSlowed(address);
      const answer = await (isSlowed ? oneByOne(() => atLeast(PACE_MS, signInNow)) : inTurn(signInNow));
      if (!answer) return { ok: false, refusal: { code: 'busy' } };
      if (!('token' in answer)) return answer;
      logSession(ports, { action: 'signIn', what: 'session', requestId: meta.requestId }, answer.signedIn.viewer);
      cookie(sessionCookie(answer.token, settings.isSecure));
      // The browser keeps one cookie: nobody could end the session of the other any more.
      if (before) await endSession(ports, before, meta.requestId);
      return { ok: true, answer: await describeMe(ports, answer.signedIn) };
    }),
    implement(ports, sessionEndpoints.place, async ({ request }) => {
      const isPushed = (ports.demo?.rehearsal?.aheadDays() ?? 0) > 0;
      const pushedTo = isPushed ? tokyoDay(ports.clock.now()) : null;
      return { ok: true, answer: { demo: settings.isDemo, demoStart: isDemoThere(ports, request), pushedTo } };
    }),
    implement(ports, sessionEndpoints.session, async ({ who }) => ({
      ok: true,
      answer: who && (await describeMe(ports, who)),
    })),
    implement(ports, sessionEndpoints.signOut, async ({ who, request, meta }, cookie) => {
      const token = tokenOf(request, settings.isSecure);
      if (token) await endSession(ports, who, meta.requestId);
      cookie(sessionCookie('', settings.isSecure));
      // What the browser kept of a child's pages goes with the session; its choices of language and theme stay.
      return { ok: true, answer: null, headers: { 'clear-site-data': '"cache"' } };
    }),
    implement(ports, sessionEndpoints.me, async ({ who }) => ({ ok: true, answer: await describeMe(ports, who) })),
    implement(ports, sessionEndpoints.actFor, async ({ who, body, meta }) => {
      const changed = await store.sessions.actFor(who.session.id, body.membership);
      if (!changed) return { ok: false, refusal: { code: 'not-found' } };
      logSession(ports, { action: 'signIn', what: 'membership', requestId: meta.requestId }, changed.viewer);
      return { ok: true, answer: await describeMe(ports, changed) };
    }),
    ...ownSettings(ports),
  ];
}

/** What somebody sets for oneself, at whichever workplace. */
const ownSettings = (ports: ApiPorts) => [
  implement(ports, sessionEndpoints.language, async ({ who, body }) => {
    await ports.store.people.update(who.viewer.person, { language: body.language });
    return { ok: true, answer: await describeMe(ports, who) };
  }),
  implement(ports, sessionEndpoints.presence, async ({ who, body }) => {
    const hidesPresence = !body.shown;
    await ports.store.people.update(who.viewer.person, { hidesPresence });
    return { ok: true, answer: await describeMe(ports, { ...who, hidesPresence }) };
  }),
  implement(ports, settingsEndpoints.set, async ({ who, body }) => {
    const named = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
    const { settings, noticeLooks, pushLooks } = ports.store;
    const kept = await settings.set(who.viewer.person, named);
    // Times that were chosen otherwise hold at once.
    if (body.mail) for (const looks of [noticeLooks, pushLooks]) await looks.reset(who.viewer.person).then(looks.open);
    return { ok: true, answer: readSettings(kept) };
  }),
];

type Happened = {
  readonly action: 'signIn' | 'signOut';
  readonly what: 'session' | 'membership';
  readonly requestId: string;
};

/** Before the answer: what cannot be logged does not happen. */
export function logSession({ store, metrics }: ApiPorts, happened: Happened, viewer: Viewer): void {
  const { person, membership, org, role } = viewer;
  store.log.write({ ...happened, person, membership, org, role, caseId: null, seq: null, outcome: 'ok' });
  if (happened.action === 'signIn' && happened.what === 'session') metrics.signIns.inc({ outcome: 'ok' });
}

export async function endSession(ports: ApiPorts, { session, viewer }: SignedIn, requestId: string): Promise<void> {
  await ports.store.sessions.revoke(session.id);
  logSession(ports, { action: 'signOut', what: 'session', requestId }, viewer);
}

/**
 * Of a name that nobody has nothing is kept but its number: it may be a password typed in the wrong field, and whoever
 * guesses names would fill the log. An account is locked after ten.
 */
function logFailure({ store, metrics }: ApiPorts, person: string | null, requestId: string): void {
  metrics.signIns.inc({ outcome: 'failed' });
  const nobody = { membership: null, org: null, role: null, caseId: null, seq: null };
  const about = { action: 'signIn', what: 'session', outcome: 'sign-in', requestId } as const;
  if (person) store.log.write({ ...nobody, ...about, person });
}

/** Passwords are compared few at a time: a comparison takes 90 ms of a processor. */
const AT_A_TIME = 4;
const WAITING = 500;
/** From addresses where much failed one at a time and slowly, and no more waiting than within half a minute. */
const WAITING_SLOWED = 50;
const PACE_MS = 500;

/** A code that is taken and not compared would look like protection. */
const noSecondFactor = {
  path: 'code',
  message:
    '二段階認証はまだ使えません。コードなしでサインインしてください。 / There is no second factor yet: sign in without a code.',
};

async function atLeast<Answer>(ms: number, work: () => Promise<Answer>): Promise<Answer> {
  const [answer] = await Promise.all([work(), sleep(ms)]);
  return answer;
}

type Attempt = { readonly identifier: string; readonly address: string; readonly requestId: string };

async function signInOnce(ports: ApiPorts, attempt: Attempt, password: string) {
  const { store } = ports;
  const reserved = await store.signIn.reserve(attempt);
  if (reserved === null) {
    const now = ports.clock.now();
    return slowDown((await store.signIn.lockedUntil(attempt)) ?? now, now);
  }
  const account = await store.signIn.findAccount(attempt.identifier);
  const isRight = await isPassword(account?.passwordHash ?? null, password);
  const opened = account && isRight && !account.disabled ? await openFirst(ports, account.person) : null;
  if (account && opened && (await isStillIt(ports, { identifier: attempt.identifier, account, opened }))) {
    await store.signIn.noteSuccess({ ...attempt, person: account.person, reserved });
    return opened;
  }
  await store.signIn.noteFailureFrom(attempt.address);
  logFailure(ports, account?.person ?? null, attempt.requestId);
  return {
    ok: false,
    refusal: {
      code: 'sign-in' as const,
      detail: 'メールアドレスかパスワードが違います。 / Wrong ID or password.',
    },
  } as const;
}

type Compared = {
  readonly identifier: string;
  readonly account: SignInAccount;
  readonly opened: { readonly signedIn: SignedIn };
};

/** A password that was taken away while it was compared opens nothing: the end of its sessions may have come before. */
async function isStillIt({ store }: ApiPorts, { identifier, account, opened }: Compared) {
  const now = await store.signIn.findAccount(identifier);
  const isSame = now?.passwordHash === account.passwordHash && !now.disabled;
  if (!isSame) await store.sessions.revoke(opened.signedIn.session.id);
  return isSame;
}

/** Acts in the first membership that holds today; another is chosen by PUT /me/membership. */
async function openFirst({ store, clock }: ApiPorts, person: string) {
  const on = tokyoDay(clock.now());
  const memberships = await store.memberships.list({ person });
  const first = memberships.find(membership => holdsOn(membership, on));
  return first ? store.sessions.open(first.id) : null;
}

/** Who somebody is and what they may, in the membership in which they act. */
export async function describeMe({ store, settings, clock }: ApiPorts, who: SignedIn): Promise<Me> {
  const { viewer, displayName, hidesPresence = false } = who;
  const person = await store.people.find(viewer.person);
  const kept = await store.settings.of(viewer.person);
  const all = await store.memberships.list({ person: viewer.person });
  const on = tokyoDay(clock.now());
  // The own one holds: the session was found with it a moment ago, before midnight perhaps.
  const holding = all.filter(membership => membership.id === viewer.membership || holdsOn(membership, on));
  const memberships = holding.map(({ id, org, role, flags }) => ({ id, org, role, flags: [...flags] }));
  const membership = memberships.find(({ id }) => id === viewer.membership);
  if (!membership) throw new Error('the session acts in a membership that does not exist');
  const { full, partner, numberOnly, invited } = eventsBy(viewer);
  return {
    person: { id: viewer.person, name: displayName },
    membership,
    memberships,
    language: person?.language ?? 'ja',
    settings: readSettings(kept),
    showsPresence: !hidesPresence,
    abilities: {
      events: { full: [...full], partner: [...partner], numberOnly: [...numberOnly], invited: [...invited] },
      register: registers(viewer),
      refer: mayRefer(viewer),
      merges: readsMerges(viewer),
      import: mayImport(viewer),
      importFacilities: mayImportFacilities(viewer),
      resources: seesResources(viewer),
      administer: mayAdminister(viewer),
      found: mayFound(viewer),
      board: seesBoard(viewer),
      handoffs: seesHandoffs(viewer),
      signIns: seesSignIns(viewer),
      counts: seesCounts(viewer),
      houseCounts: countsItsHouse(viewer),
      proof: readsProof(viewer),
      family: viewer.guardian !== undefined,
    },
    idleMs: store.sessions.idleMs,
    demo: settings.isDemo,
  };
}

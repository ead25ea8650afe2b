import { setTimeout as sleep } from 'node:timers/promises';
import { guardianEndpoints } from '@kaerimichi/contracts';
import { sessionCookie } from '@kaerimichi/runtime';
import { fewAtATime } from '../few-at-a-time.ts';
import { type Asked, implement } from '../implement.ts';
import { hashPassword, isPassword } from '../password.ts';
import { passwordFault } from '../password-fault.ts';
import type { ApiPorts } from '../ports.ts';
import { slowDown } from '../slow-down.ts';
import { noteGuardian } from './guardians.ts';
import { describeMe, endSession, logSession } from './session.ts';

/** Guardians come in by a code on paper and the child's birth date, without an account. */
export function joiningImplementations(ports: ApiPorts) {
  const onCode = codeTries(ports);
  const inTurn = fewAtATime(AT_A_TIME, WAITING);
  const entry = { onCode, inTurn };
  return [opening(ports, onCode), joining(ports, entry), choosingPassword(ports, entry)];
}

const busy = { ok: false, refusal: { code: 'busy' } } as const;

/** One answer, and one time, for a wrong code and a wrong birth date. */
const voidCode = {
  ok: false,
  refusal: {
    code: 'not-found' as const,
    detail:
      '招待コードか生年月日が合いません。使い終わったコード、期限の過ぎたコード、何度もまちがえたコードも使えません。紙を見てもう一度入れるか、病院に新しい紙を頼んでください。もう参加した方は、ログインしてください。 / The code or the birth date does not fit. A code that was used, is too old, or was tried wrongly too often is of no use either: look at the paper again, or ask the hospital for a new one. If you have joined already, sign in.',
  },
} as const;

/** Longer than the slowest of the ways to be refused. */
const PACE_MS = 150;

/** Past what may be wrong from everywhere: one code after the other, each taking so long. */
const SLOWED_PACE_MS = 1_000;
const WAITING_SLOWED = 50;

type CodeAndBirth = Parameters<ApiPorts['store']['guardians']['open']>[0];

type Work<Done> = () => Promise<Done | null>;

/**
 * Of what comes from one address no more is compared than may be wrong: ten in a quarter of an hour. A code itself is
 * locked after five wrong birth dates, from wherever they come.
 */
function codeTries({ store, clock }: ApiPorts) {
  const oneByOne = fewAtATime(1, WAITING_SLOWED);
  const paced = async <Done>(ms: number, work: Work<Done>) => (await Promise.all([work(), sleep(ms)]))[0];
  return async <Done>(address: string, work: Work<Done>) => {
    const reserved = await store.joinAttempts.reserve(address);
    if ('until' in reserved) return slowDown(reserved.until, clock.now());
    const isSlowed = await store.joinAttempts.isSlowed();
    const tried = isSlowed
      ? await oneByOne(async () => ({ done: await paced(SLOWED_PACE_MS, work) }))
      : { done: await paced(PACE_MS, work) };
    if (!tried) return busy;
    if (tried.done === null) return voidCode;
    await store.joinAttempts.noteRight(address, reserved.slot);
    return { ok: true, done: tried.done } as const;
  };
}

type CodeTries = ReturnType<typeof codeTries>;

const opening = (ports: ApiPorts, onCode: CodeTries) =>
  implement(ports, guardianEndpoints.openInvitation, async ({ body: { code, bornOn }, address }) => {
    const opened = await onCode(address, () => ports.store.guardians.open({ code, bornOn }));
    if (!opened.ok) return opened;
    const { org, member } = opened.done;
    const names = await ports.store.organisations.namesOf([org]);
    return { ok: true, answer: { org: names[org] ?? '', identifier: member?.identifier ?? null } };
  });

const badInput = (path: string, message: string) =>
  ({ ok: false, refusal: { code: 'bad-input', issues: [{ path, message }] } }) as const;

/** A hash takes 90 ms of a processor. */
const AT_A_TIME = 2;
const WAITING = 100;

/** The answer to the first try was lost: told to whoever holds all that it was made with, and to nobody else. */
const joinedBefore = {
  ok: false,
  refusal: {
    code: 'already-there' as const,
    detail: 'もう参加しています。ログインしてください。 / You have joined already: sign in.',
  },
} as const;

const chosenBefore = {
  ok: false,
  refusal: {
    code: 'already-there' as const,
    detail:
      'このコードのパスワードはもう決まっています。ログインしてください。 / The password was chosen with this code already: sign in.',
  },
} as const;

/** Without an identifier: of whoever came by the code. */
type Credentials = { readonly identifier?: string; readonly password: string; readonly address: string };

/** A password is tried here as at the sign-in, and counted there. */
async function hasJoined({ store }: ApiPorts, key: CodeAndBirth, given: Credentials) {
  const joined = await store.guardians.joinedBy(key);
  const { identifier = joined?.identifier ?? '', password, address } = given;
  const account = joined && (await store.signIn.findAccount(identifier));
  if (!account || account.person !== joined.person) return false;
  const attempt = { identifier, address };
  const reserved = await store.signIn.reserve(attempt);
  if (reserved === null || !(await isPassword(account.passwordHash, password))) return false;
  await store.signIn.noteSuccess({ ...attempt, person: account.person, reserved });
  return true;
}

type Entry = { readonly onCode: CodeTries; readonly inTurn: ReturnType<typeof fewAtATime> };

const joining = (ports: ApiPorts, { onCode, inTurn }: Entry) => {
  const { store } = ports;
  return implement(ports, guardianEndpoints.join, async (asked, cookie) => {
    const { body, address, meta } = asked;
    const { code, bornOn, name: displayName, identifier, password, language = meta.language } = body;
    const key = { code, bornOn };
    const joined = await inTurn(() =>
      onCode(address, async () => {
        const opened = await store.guardians.open(key);
        if (!opened) return (await hasJoined(ports, key, { identifier, password, address })) ? joinedBefore : null;
        if (opened.member) return null;
        const fault = await passwordFault(password, [identifier, displayName]);
        if (fault) return badInput('password', fault);
        const passwordHash = await hashPassword(password);
        return store.guardians.join(key, { identifier, displayName, language, passwordHash });
      }),
    );
    if (!joined) return busy;
    if (!joined.ok) return joined;
    if (joined.done === 'taken') return badInput('identifier', 'すでに使われています。 / Already in use.');
    if ('ok' in joined.done) return joined.done;
    return enter(ports, { asked, cookie, came: joined.done, what: 'guardian.joined' });
  });
};

const choosingPassword = (ports: ApiPorts, { onCode, inTurn }: Entry) => {
  const { store } = ports;
  return implement(ports, guardianEndpoints.choosePassword, async (asked, cookie) => {
    const { body, address } = asked;
    const { code, bornOn, password } = body;
    const key = { code, bornOn };
    const chosen = await inTurn(() =>
      onCode(address, async () => {
        const opened = await store.guardians.open(key);
        if (!opened) return (await hasJoined(ports, key, { password, address })) ? chosenBefore : null;
        if (!opened.member) return null;
        const fault = await passwordFault(password, [opened.member.identifier, opened.member.displayName]);
        return fault ? badInput('password', fault) : store.guardians.choosePassword(key, await hashPassword(password));
      }),
    );
    if (!chosen) return busy;
    if (!chosen.ok) return chosen;
    if ('ok' in chosen.done) return chosen.done;
    return enter(ports, { asked, cookie, came: chosen.done, what: 'guardian.password' });
  });
};

type Coming = {
  readonly asked: Pick<Asked<typeof guardianEndpoints.join>, 'who' | 'address' | 'meta'>;
  readonly cookie: (value: string) => void;
  readonly came: Exclude<Awaited<ReturnType<ApiPorts['store']['guardians']['choosePassword']>>, null>;
  readonly what: 'guardian.joined' | 'guardian.password';
};

/** Signs in whoever came by a code. They are known from now on where they are: no stranger's tries lock them out there. */
async function enter(ports: ApiPorts, { asked: { who: before, address, meta }, cookie, came, what }: Coming) {
  const { store, settings } = ports;
  const { person, identifier, membership } = came;
  const { requestId } = meta;
  const opened = await store.sessions.open(membership);
  if (!opened) return voidCode;
  await store.signIn.noteSuccess({ identifier, address, person });
  const { viewer } = opened.signedIn;
  const caseId = viewer.guardian?.caseId;
  if (caseId) noteGuardian(ports, viewer, { caseId, what, meta });
  logSession(ports, { action: 'signIn', what: 'session', requestId }, viewer);
  cookie(sessionCookie(opened.token, settings.isSecure));
  // As with a password: the browser keeps one cookie, and nobody could end the other's session any more.
  if (before) await endSession(ports, before, requestId);
  return { ok: true, answer: await describeMe(ports, opened.signedIn) } as const;
}

import { setTimeout as sleep } from 'node:timers/promises';
import { guardianEndpoints } from '@kaerimichi/contracts';
import { sessionCookie } from '@kaerimichi/runtime';
import { fewAtATime } from '../few-at-a-time.ts';
import { implement } from '../implement.ts';
import { hashPassword } from '../password.ts';
import { passwordFault } from '../password-fault.ts';
import type { ApiPorts } from '../ports.ts';
import { slowDown } from '../slow-down.ts';
import { noteGuardian } from './guardians.ts';
import { describeMe, endSession, logSession } from './session.ts';

/** Guardians come in by a code on paper and the child's birth date, without an account. */
export const joiningImplementations = (ports: ApiPorts) => [opening(ports), joining(ports)];

/** One answer, and one time, for a wrong code and a wrong birth date. */
const voidCode = {
  ok: false,
  refusal: {
    code: 'not-found' as const,
    detail:
      '招待コードか生年月日が合いません。使い終わったコード、期限の過ぎたコード、何度もまちがえたコードも使えません。紙を見てもう一度入れるか、病院に新しい紙を頼んでください。 / The code or the birth date does not fit. A code that was used, is too old, or was tried wrongly too often is of no use either: look at the paper again, or ask the hospital for a new one.',
  },
} as const;

/** Longer than the slowest of the ways to be refused. */
const PACE_MS = 150;

type Trying = { readonly address: string };

/**
 * Of what comes from one address no more is compared than may be wrong: ten within a quarter of an hour. A code itself is
 * locked after five wrong birth dates, from wherever they come.
 */
async function onCode<Done>({ store, clock }: ApiPorts, { address }: Trying, work: () => Promise<Done | null>) {
  const attempt = { identifier: `join from ${address}`, address };
  if (!(await store.signIn.reserve(attempt)))
    return slowDown((await store.signIn.lockedUntil(attempt)) ?? clock.now(), clock.now());
  const [done] = await Promise.all([work(), sleep(PACE_MS)]);
  if (done === null) return voidCode;
  await store.signIn.noteSuccess({ ...attempt, person: '' });
  return { ok: true, done } as const;
}

const opening = (ports: ApiPorts) =>
  implement(ports, guardianEndpoints.openInvitation, async ({ body: { code, bornOn }, address }) => {
    const opened = await onCode(ports, { address }, () => ports.store.guardians.open({ code, bornOn }));
    if (!opened.ok) return opened;
    const names = await ports.store.organisations.namesOf([opened.done.org]);
    return { ok: true, answer: { org: names[opened.done.org] ?? '' } };
  });

const badInput = (path: string, message: string) =>
  ({ ok: false, refusal: { code: 'bad-input', issues: [{ path, message }] } }) as const;

/** A hash takes 90 ms of a processor. */
const AT_A_TIME = 2;
const WAITING = 100;

const joining = (ports: ApiPorts) => {
  const { store, settings } = ports;
  const inTurn = fewAtATime(AT_A_TIME, WAITING);
  return implement(ports, guardianEndpoints.join, async ({ who: before, body, address, meta }, cookie) => {
    const { code, bornOn, name: displayName, identifier, password, language = meta.language } = body;
    const key = { code, bornOn };
    const joined = await inTurn(() =>
      onCode(ports, { address }, async () => {
        if (!(await store.guardians.open(key))) return null;
        const fault = passwordFault(password, [identifier, displayName]);
        if (fault) return badInput('password', fault);
        const passwordHash = await hashPassword(password);
        return store.guardians.join(key, { identifier, displayName, language, passwordHash });
      }),
    );
    if (!joined) return { ok: false, refusal: { code: 'busy' } };
    if (!joined.ok) return joined;
    if (joined.done === 'taken') return badInput('identifier', 'すでに使われています。 / Already in use.');
    if ('ok' in joined.done) return joined.done;
    const opened = await store.sessions.open(joined.done.membership);
    if (!opened) return voidCode;
    const { viewer } = opened.signedIn;
    const { requestId } = meta;
    const caseId = viewer.guardian?.caseId;
    if (caseId) noteGuardian(ports, viewer, { caseId, what: 'guardian.joined', meta });
    logSession(ports, { action: 'signIn', what: 'session', requestId }, viewer);
    cookie(sessionCookie(opened.token, settings.isSecure));
    // As with a password: the browser keeps one cookie, and nobody could end the other's session any more.
    if (before) await endSession(ports, before, requestId);
    return { ok: true, answer: await describeMe(ports, opened.signedIn) };
  });
};

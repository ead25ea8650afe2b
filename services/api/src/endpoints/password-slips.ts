import { createHash } from 'node:crypto';
import { mayAdminister, type Viewer, whyNoSlip } from '@kaerimichi/access';
import type { SignedIn } from '@kaerimichi/casework';
import { administrationEndpoints } from '@kaerimichi/contracts';
import { tokyoDay } from '@kaerimichi/discharge';
import { fewAtATime } from '../few-at-a-time.ts';
import { implement } from '../implement.ts';
import { implementOnce } from '../implement-once.ts';
import { hashPassword } from '../password.ts';
import { passwordFault } from '../password-fault.ts';
import type { ApiPorts } from '../ports.ts';
import { slowDown } from '../slow-down.ts';
import { belongsElsewhere, foundersOnly } from './memberships.ts';

/** Slips with which people choose their own passwords: an administrator hands one over and never knows the password. */
export function passwordSlipImplementations(ports: ApiPorts) {
  return [givingSlip(ports), readingSlip(ports), choosingPassword(ports)];
}

const forbidden = { ok: false, refusal: { code: 'not-permitted' } } as const;
const notFound = { ok: false, refusal: { code: 'not-found' } } as const;

const givingSlip = (ports: ApiPorts) =>
  implementOnce(ports, administrationEndpoints.givePasswordSlip, async ({ who, params, meta }) => {
    if (!mayAdminister(who.viewer)) return forbidden;
    const refused = await slipRefusal(ports, who.viewer, params.id);
    if (refused) return refused;
    const slip = await giveSlip(ports, { giver: who, person: params.id, requestId: meta.requestId });
    // What is kept for a retry is no slip: it is shown once.
    return slip ? { ok: true, answer: { slip }, keep: { slip: null } } : notFound;
  });

/** Why not, as it is answered. */
async function slipRefusal({ store, clock }: ApiPorts, viewer: Viewer, person: string) {
  const memberships = await store.memberships.list({ person });
  const known = await store.people.find(person);
  const hasComeIn = known === null || known.hasPassword || known.lastSignInAt !== null;
  const why = whyNoSlip(viewer, { person, memberships, hasComeIn, on: tokyoDay(clock.now()) });
  return why && { unknown: notFound, forbidden, founder: foundersOnly, elsewhere: belongsElsewhere }[why];
}

type Giving = { readonly giver: SignedIn; readonly person: string; readonly requestId: string };

/** Gives a slip and notes who gave it to whom. */
export async function giveSlip({ store }: ApiPorts, { giver, person, requestId }: Giving) {
  const { person: by, membership, org, role } = giver.viewer;
  const slip = await store.passwordSlips.give(person, by);
  const what = `slip ${person}`;
  const about = { action: 'password', caseId: null, seq: null, what, requestId } as const;
  if (slip) store.log.write({ ...about, person: by, membership, org, role, outcome: 'given' });
  return slip;
}

const weak = (message: string) =>
  ({ ok: false, refusal: { code: 'bad-input', issues: [{ path: 'password', message }] } }) as const;

const voidSlip = {
  ok: false,
  refusal: {
    code: 'not-found' as const,
    detail:
      'この案内は使えません。使い終わったか、期限が過ぎています。パスワードを決め終えた方はログインしてください。そうでなければ、組織の管理者に新しい案内を頼んでください。 / This slip cannot be used: it was used, or its time is over. If you have chosen your password, sign in; otherwise ask your administrator for a new slip.',
  },
} as const;

/**
 * Wrong slips count like wrong passwords, for the slip and for the address; no more once the address is slowed down: a
 * token cannot be guessed, and counting every try would only fill the table.
 */
async function onSlip<Done>(
  { store, clock }: ApiPorts,
  { token, address }: { token: string; address: string },
  work: () => Promise<Done | null>,
) {
  const attempt = { identifier: `slip ${createHash('sha256').update(token).digest('hex')}`, address };
  const lockedUntil = await store.signIn.lockedUntil(attempt);
  if (lockedUntil) return slowDown(lockedUntil, clock.now());
  const done = await work();
  if (done) return { ok: true, done } as const;
  if (!(await store.signIn.isSlowed(address))) await store.signIn.noteFailure(attempt);
  return voidSlip;
}

const readingSlip = (ports: ApiPorts) =>
  implement(ports, administrationEndpoints.readPasswordSlip, async ({ body: { token }, address }) => {
    const read = await onSlip(ports, { token, address }, () => ports.store.passwordSlips.holder(token));
    if (!read.ok) return read;
    const { identifier, displayName, expiresAt } = read.done;
    return { ok: true, answer: { identifier, displayName, expiresAt } };
  });

/** A hash takes 90 ms of a processor. */
const AT_A_TIME = 2;
const WAITING = 100;

const choosingPassword = (ports: ApiPorts) => {
  const inTurn = fewAtATime(AT_A_TIME, WAITING);
  return implement(ports, administrationEndpoints.choosePassword, async ({ body, address, meta }) => {
    const { passwordSlips, log } = ports.store;
    const { token, password } = body;
    const used = await inTurn(() =>
      onSlip(ports, { token, address }, async () => {
        const holder = await passwordSlips.holder(token);
        const fault = holder && (await passwordFault(password, [holder.identifier, holder.displayName]));
        if (fault) return { fault };
        return holder && passwordSlips.use(token, await hashPassword(password));
      }),
    );
    if (!used) return { ok: false, refusal: { code: 'busy' } };
    if (!used.ok) return used;
    if ('fault' in used.done) return weak(used.done.fault);
    const { person, identifier } = used.done;
    const nobody = { membership: null, org: null, role: null, caseId: null, seq: null };
    log.write({ ...nobody, action: 'password', person, what: 'slip', outcome: 'used', requestId: meta.requestId });
    return { ok: true, answer: { identifier } };
  });
};

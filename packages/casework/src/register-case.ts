import { mayRegister } from '@kaerimichi/access';
import { tokyoDay } from '@kaerimichi/discharge';
import type { CaseworkPorts, RegisterCase } from './casework.ts';
import { actorOf } from './decide-event.ts';
import { accepted, type Outcome, refused, type WriteAnswer } from './outcome.ts';
import { planRegistration } from './plan-registration.ts';
import type { FreshState, KeyRef, NewCase } from './ports.ts';

/** Registers a case for a lead organisation the person acts for; the number is random within the network. */
export async function registerCase(ports: CaseworkPorts, command: RegisterCase): Promise<Outcome<WriteAnswer>> {
  const key = { account: command.who.viewer.person, ...command.key };
  const outcome = await attempt(ports, command, key);
  if (outcome.ok || outcome.refusal.code === 'key-reused') return outcome;
  const stored = await ports.store.findAnswer(key.account, key.key);
  return stored ? fromKey(stored, key) : outcome;
}

const fromKey = (stored: WriteAnswer & { bodyHash: string }, key: KeyRef): Outcome<WriteAnswer> =>
  stored.bodyHash === key.bodyHash
    ? accepted({ status: stored.status, body: stored.body })
    : refused({ code: 'key-reused' });

async function attempt(ports: CaseworkPorts, command: RegisterCase, key: KeyRef): Promise<Outcome<WriteAnswer>> {
  if (!mayRegister(command.who.viewer, command.registration.lead)) return refused({ code: 'not-permitted' });
  const { registration, who } = command;
  const at = ports.clock.now();
  const rules = (await ports.store.rulesOf(registration.lead, tokyoDay(at))) ?? undefined;
  const stamp = { by: actorOf(who), at, hubs: await ports.store.listHubs(), rules };
  const planned = planRegistration(registration, { ...stamp, session: who.session, key });
  if (!planned.ok) return planned;
  const created = await ports.store.create(planned.answer);
  if ('committed' in created) return afterConflict(created.fresh, key, planned.answer);
  const accepts = registration.referral;
  if (accepts) {
    const { person, membership, org, role } = who.viewer;
    ports.log.write({
      ...{ action: 'administration', person, membership, org, role, caseId: planned.answer.id, seq: null },
      ...{ what: `referral.accepted ${accepts}`, outcome: 'ok', requestId: command.meta.requestId },
    });
  }
  return accepted(planned.answer.answerOf(created.no));
}

function afterConflict(
  { keyed, signedIn, constraint }: FreshState,
  key: KeyRef,
  { draft, referral, plan }: NewCase,
): Outcome<WriteAnswer> {
  if (keyed) return fromKey(keyed, key);
  // The session stands as it did: only the draft or the referral can have been in the way.
  const isHeld = signedIn !== null && signedIn.session.epoch === plan.session?.epoch;
  const taken = [...(draft ? [draftTaken] : []), ...(referral ? [referralTaken] : [])];
  if (taken.length > 0 && isHeld && constraint === null) return refused({ code: 'bad-input', issues: taken });
  return refused({ code: signedIn ? 'busy' : 'sign-in' });
}

/** What is said of a draft that was somebody's case before. */
export const draftTaken = { path: 'draft', message: 'すでにケースになっています。 / Already a case.' };
/** What is said of a referral that was answered or withdrawn before. */
export const referralTaken = {
  path: 'referral',
  message: 'すでに返事をしたか、取り下げられた依頼です。 / Already answered or withdrawn.',
};

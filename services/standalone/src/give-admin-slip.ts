import { holdsOn, mayAdminister } from '@kaerimichi/access';
import { tokyoDay } from '@kaerimichi/discharge';
import type { Store } from '@kaerimichi/store';

export type AdminSlip =
  | { readonly ok: true; readonly token: string; readonly expiresAt: string }
  | { readonly ok: false; readonly why: 'nobody' | 'suspended' | 'noAdministrator' };

/**
 * A slip for an administrator whom nobody else in the program can help: anybody else gets one from an administrator.
 * What is had on the machine alone stands in the access log too.
 */
export async function giveAdminSlip(store: Store, login: string, now: string): Promise<AdminSlip> {
  const account = await store.signIn.findAccount(login);
  if (!account) return { ok: false, why: 'nobody' };
  if (account.disabled) return { ok: false, why: 'suspended' };
  const on = tokyoDay(now);
  const memberships = await store.memberships.list({ person: account.person });
  const administers = memberships.some(membership => holdsOn(membership, on) && mayAdminister(membership));
  if (!administers) return { ok: false, why: 'noAdministrator' };
  const slip = await store.passwordSlips.give(account.person, null);
  if (!slip) return { ok: false, why: 'nobody' };
  store.log.write({
    action: 'password',
    person: null,
    membership: null,
    org: null,
    role: 'system',
    caseId: null,
    seq: null,
    what: `slip ${account.person}`,
    outcome: 'given on the machine',
    requestId: null,
  });
  await store.log.flush();
  return { ok: true, ...slip };
}

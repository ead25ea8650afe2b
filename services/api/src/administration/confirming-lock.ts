import { type ConfirmingLock, confirmingLock } from '@kaerimichi/access';
import type { Proposal } from '@kaerimichi/store';
import type { ApiPorts } from '../ports.ts';

/** Whether somebody may not confirm a proposal yet, since one person may have signed in as both; null: they may. */
export async function lockOf({ store, clock }: ApiPorts, confirmer: string, proposal: Proposal) {
  const now = clock.now();
  const [theirs, own] = await Promise.all([
    store.passwordSlips.handsOf(proposal.person, proposal.at),
    store.passwordSlips.handsOf(confirmer, now),
  ]);
  return confirmingLock(theirs, own, now);
}

const whyLocked: Readonly<Record<ConfirmingLock['why'], readonly [ja: string, en: string]>> = {
  ofConfirmer: [
    'あなたのパスワードは、提案した方の出した案内で決められたばかりです。',
    'Your password was chosen a short while ago with a slip from whoever proposed this.',
  ],
  ofProposer: [
    '提案した方のパスワードは、あなたの出した案内で決められたばかりです。',
    'The password of whoever proposed this was chosen a short while ago with a slip from you.',
  ],
  ofBoth: [
    'あなたと提案した方のパスワードは、どちらも同じ方の出した案内で決められたばかりです。',
    'Your password and that of whoever proposed this were chosen a short while ago with slips from the same person.',
  ],
};

/** A minute of the clock on the wall, since on the day itself it may be too early. */
const minuteIn = (locale: string, instant: string) =>
  new Intl.DateTimeFormat(locale, {
    ...{ timeZone: 'Asia/Tokyo', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' },
  }).format(new Date(instant));

/** A whole minute is said, so that it is true when it has come. */
const nextMinute = (instant: string) => new Date(Math.ceil(Date.parse(instant) / 60_000) * 60_000).toISOString();

export function lockedRefusal({ why, until }: ConfirmingLock) {
  const [ja, en] = whyLocked[why];
  const from = nextMinute(until);
  const detail = `${ja}${minuteIn('ja-JP', from)}から確認できます。急ぐときは、ほかの管理者に確認を頼んでください。 / ${en} You can confirm from ${minuteIn('en-GB', from)}; if it is urgent, ask another administrator.`;
  return { ok: false, refusal: { code: 'not-permitted', detail } } as const;
}

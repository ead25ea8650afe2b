import {
  type ConfirmingLock,
  confirmingLock,
  foundsNow,
  keepsFromActingAlone,
  mayFound,
  type Viewer,
} from '@kaerimichi/access';
import type { Proposal } from '@kaerimichi/store';
import type { ApiPorts } from '../ports.ts';

/**
 * How a proposal stands with somebody who founds. `first`: whoever confirmed it before and still founds, where two are to;
 * `isLast`: it is carried out once this one confirms; `lock`: not yet, since one person may have signed in as both.
 */
export type Standing = {
  readonly first: string | null;
  readonly isLast: boolean;
  readonly lock: ConfirmingLock | null;
};

type Signed = { readonly person: string; readonly at: string };

/**
 * Two founders know of what takes two: a founder who proposes it and one who confirms, or two who confirm what somebody
 * else proposed. Anybody can be invented, a founder takes two. Where only one founds, that one would act alone, too.
 */
export async function standingOf(
  ports: ApiPorts,
  confirmer: string,
  { proposal, proposer }: { readonly proposal: Proposal; readonly proposer: Viewer | null },
): Promise<Standing> {
  const now = ports.clock.now();
  if (!proposer || mayFound(proposer))
    return { first: null, isLast: true, lock: await lockBetween(ports, proposal, { person: confirmer, at: now }) };
  const others = await ports.store.proposals.otherFounders(confirmer);
  const { confirmedBy: person, confirmedAt: at } = proposal;
  const isThere = person === confirmer || others.some(other => other.person === person && foundsNow(other, now));
  const first = person && at && isThere ? { person, at } : null;
  const isLast = first !== null && first.person !== confirmer;
  if (!others.some(other => keepsFromActingAlone(other, confirmer, now)))
    return { first: first?.person ?? null, isLast: true, lock: null };
  const lock = first && isLast ? await lockBetween(ports, first, { person: confirmer, at: now }) : null;
  return { first: first?.person ?? null, isLast, lock };
}

async function lockBetween({ store }: ApiPorts, one: Signed, other: Signed) {
  const [theirs, own] = await Promise.all(
    [one, other].map(({ person, at }) => store.passwordSlips.handsOf(person, at)),
  );
  return theirs && own ? confirmingLock(theirs, own, other.at) : null;
}

/** Whoever signed first: by proposing, or by confirming what somebody else proposed. */
const signed = {
  proposed: ['提案した方', 'whoever proposed this'],
  confirmed: ['先に確認した方', 'whoever confirmed this first'],
} as const;
type Signing = keyof typeof signed;

const whyLocked: Readonly<
  Record<ConfirmingLock['why'], (who: readonly [ja: string, en: string]) => readonly [ja: string, en: string]>
> = {
  ofConfirmer: ([ja, en]) => [
    `あなたのパスワードは、${ja}の出した案内で決められたばかりです。`,
    `Your password was chosen a short while ago with a slip from ${en}.`,
  ],
  ofProposer: ([ja, en]) => [
    `${ja}のパスワードは、あなたの出した案内で決められたばかりです。`,
    `The password of ${en} was chosen a short while ago with a slip from you.`,
  ],
  ofBoth: ([ja, en]) => [
    `あなたと${ja}のパスワードは、どちらも同じ方の出した案内で決められたばかりです。`,
    `Your password and that of ${en} were chosen a short while ago with slips from the same person.`,
  ],
};

/** A minute of the clock on the wall, since on the day itself it may be too early. */
const minuteIn = (locale: string, instant: string) =>
  new Intl.DateTimeFormat(locale, {
    ...{ timeZone: 'Asia/Tokyo', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' },
  }).format(new Date(instant));

/** A whole minute is said, so that it is true when it has come. */
export const nextMinute = (instant: string) => new Date(Math.ceil(Date.parse(instant) / 60_000) * 60_000).toISOString();

export function lockedRefusal({ why, until }: ConfirmingLock, signing: Signing) {
  const [ja, en] = whyLocked[why](signed[signing]);
  const from = nextMinute(until);
  const detail = `${ja}${minuteIn('ja-JP', from)}から確認できます。急ぐときは、ほかの管理者に確認を頼んでください。 / ${en} You can confirm from ${minuteIn('en-GB', from)}; if it is urgent, ask another administrator.`;
  return { ok: false, refusal: { code: 'not-permitted', detail } } as const;
}

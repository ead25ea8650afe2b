import { conferenceEndpoints, type GuestSeat } from '@kaerimichi/contracts';
import type { GuestLink } from '@kaerimichi/store';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';
import { slowDown } from '../slow-down.ts';

/** What a guest without an account does by the token of its link: it is nobody's session, and opens one seat. */
export const guestImplementations = (ports: ApiPorts) => [opening(ports), answering(ports), confirming(ports)];

/** One answer for a link that never was, is too old or was revoked, and for a conference that asks nothing any more. */
const voidLink = {
  ok: false,
  refusal: {
    code: 'not-found' as const,
    detail:
      'このリンクは使えません。期限が過ぎたか、取り消されたか、会議が終わっています。招いた病院などに問い合わせてください。 / This link cannot be used: its time is over, it was revoked, or the conference is. Ask whoever invited you.',
  },
} as const;

/**
 * Wrong tokens count for the address, as codes of invitations do: past ten in a quarter of an hour none is compared. A
 * token has 256 bits; what is bounded is the work.
 */
async function onLink<Done>(
  { store, clock }: ApiPorts,
  address: string,
  find: () => Promise<Done | null>,
): Promise<{ readonly ok: true; readonly done: Done } | typeof voidLink | ReturnType<typeof slowDown>> {
  const reserved = await store.joinAttempts.reserve(address);
  if ('until' in reserved) return slowDown(reserved.until, clock.now());
  const done = await find();
  if (done === null) return voidLink;
  await store.joinAttempts.noteRight(address, reserved.slot);
  return { ok: true, done };
}

/** What stands there now, as the guest may see it. */
async function shown(ports: ApiPorts, link: GuestLink): Promise<GuestSeat | null> {
  const seat = await ports.casework.guestSeat(link);
  if (!seat) return null;
  const { lead, slots, ...rest } = seat;
  const names = await ports.store.organisations.namesOf([lead]);
  return { ...rest, host: names[lead] ?? '', who: link.who, slots: [...slots] };
}

const toAnswer = (seat: GuestSeat | null) => (seat ? ({ ok: true, answer: seat } as const) : voidLink);

const opening = (ports: ApiPorts) =>
  implement(ports, conferenceEndpoints.openSeat, async ({ body: { token }, address }) => {
    const opened = await onLink(ports, address, () => ports.store.guestLinks.open(token));
    return opened.ok ? toAnswer(await shown(ports, opened.done)) : opened;
  });

type Written = {
  readonly type: string;
  readonly said: Readonly<Record<string, unknown>>;
  readonly texts?: Readonly<Record<string, string>>;
};

/**
 * Writes for the seat of the link, and for no other. A seat that is a guest's no more, a case that is closed: answered as a
 * link that never was, before anything is decided, for a refusal tells where the case stands.
 */
async function write(ports: ApiPorts, link: GuestLink, { type, said, texts }: Written) {
  if (!(await shown(ports, link))) return voidLink;
  const about = { conferenceId: link.conferenceId, askedId: link.seatId };
  const event = { type, body: { ...said, ...about }, ...(texts && { texts }) };
  const sent = await ports.casework.sendTimeEvent(link.caseId, event);
  return sent.ok ? toAnswer(await shown(ports, link)) : sent;
}

const answering = (ports: ApiPorts) =>
  implement(ports, conferenceEndpoints.answerAsGuest, async ({ body: { token, answers, comment }, address }) => {
    const used = await onLink(ports, address, () => ports.store.guestLinks.use(token));
    if (!used.ok) return used;
    const texts = comment ? { texts: { comment } } : {};
    return write(ports, used.done, { type: 'conference.guestAnswered', said: { answers }, ...texts });
  });

const confirming = (ports: ApiPorts) =>
  implement(ports, conferenceEndpoints.confirmAsGuest, async ({ body: { token }, address }) => {
    const used = await onLink(ports, address, () => ports.store.guestLinks.use(token));
    return used.ok ? write(ports, used.done, { type: 'minutes.guestConfirmed', said: {} }) : used;
  });

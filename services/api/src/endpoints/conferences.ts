import type { ConferenceSeen, ConferencesSeen } from '@kaerimichi/casework';
import { type Conference, conferenceEndpoints } from '@kaerimichi/contracts';
import { isGuestSeat } from '@kaerimichi/discharge';
import type { GivenLink } from '@kaerimichi/store';
import { type Asked, implement } from '../implement.ts';
import { implementOnce } from '../implement-once.ts';
import { noteStep } from '../note-look.ts';
import type { ApiPorts } from '../ports.ts';

/** The conferences of a case; what people write of them goes the way of all events. */
export const conferenceImplementations = (ports: ApiPorts) => [listing(ports), givingLink(ports), revokingLink(ports)];

const notPermitted = { ok: false, refusal: { code: 'not-permitted' } } as const;
const notFound = { ok: false, refusal: { code: 'not-found' } } as const;

const listing = (ports: ApiPorts) =>
  implement(ports, conferenceEndpoints.ofCase, async ({ who, params, meta }) => {
    const seen = await ports.casework.conferences(who, params.id, meta);
    if (!seen.ok) return seen;
    const { conferences, mayInviteGuests, can } = seen.answer;
    const [names, links] = await Promise.all([
      ports.store.organisations.namesOf(orgsOf(seen.answer)),
      mayInviteGuests ? ports.store.guestLinks.ofCase(params.id) : null,
    ]);
    return {
      ok: true,
      answer: { conferences: conferences.map(one => toConference(one, { names, links })), can: [...can] },
    };
  });

const orgsOf = ({ conferences }: ConferencesSeen): string[] => [
  ...new Set(
    conferences.flatMap(({ seats, addenda }) => [
      ...seats.flatMap(({ org }) => org ?? []),
      ...addenda.map(({ org }) => org),
    ]),
  ),
];

type Beside = {
  readonly names: Readonly<Record<string, string>>;
  /** null: not told to this viewer. */
  readonly links: readonly GivenLink[] | null;
};

function toConference(seen: ConferenceSeen, { names, links }: Beside): Conference {
  const nameOf = (org: string) => names[org] ?? '';
  const linkOf = (seat: ConferenceSeen['seats'][number]) => {
    if (!links || !isGuestSeat(seat)) return null;
    const link = links.find(({ conferenceId, seatId }) => conferenceId === seen.id && seatId === seat.id);
    return { until: link?.expiresAt ?? null };
  };
  return {
    ...seen,
    slots: seen.slots.map(slot => ({
      ...slot,
      requiredMissing: [...slot.requiredMissing],
      requiredOpen: [...slot.requiredOpen],
      conditions: [...slot.conditions],
    })),
    seats: seen.seats.map(seat => ({
      ...seat,
      org: seat.org === null ? null : { id: seat.org, name: nameOf(seat.org) },
      link: linkOf(seat),
    })),
    agenda: [...seen.agenda],
    attended: [...seen.attended],
    online: [...seen.online],
    decided: [...seen.decided],
    items: [...seen.items],
    addenda: seen.addenda.map(({ org, ...addendum }) => ({ ...addendum, org: nameOf(org) })),
    record: seen.record && [...seen.record],
  };
}

type OfSeat = Pick<Asked<typeof conferenceEndpoints.giveLink>, 'who' | 'params' | 'meta'>;

/** The seat of a guest, for whoever gives links in this case. */
async function guestSeatFor({ casework }: ApiPorts, { who, params, meta }: OfSeat) {
  const seen = await casework.conferences(who, params.id, meta);
  if (!seen.ok) return seen;
  if (!seen.answer.mayInviteGuests) return notPermitted;
  const conference = seen.answer.conferences.find(({ id }) => id === params.conference);
  const seat = conference?.seats.find(({ id }) => id === params.seat);
  return seat && isGuestSeat(seat) ? ({ ok: true, answer: seat } as const) : notFound;
}

const placeOf = ({ params: { id, conference, seat } }: OfSeat) => ({
  ...{ caseId: id, conferenceId: conference, seatId: seat },
});

const givingLink = (ports: ApiPorts) =>
  implementOnce(ports, conferenceEndpoints.giveLink, async asked => {
    const seat = await guestSeatFor(ports, asked);
    if (!seat.ok) return seat;
    const { viewer } = asked.who;
    const wish = { who: seat.answer.who, by: viewer.membership };
    const { token, expiresAt } = await ports.store.guestLinks.give(placeOf(asked), wish);
    noteStep(ports, viewer, { what: 'guest.invited', cases: [asked.params.id], meta: asked.meta });
    // What is kept for a retry is no link: it is shown once.
    return { ok: true, answer: { link: { token, until: expiresAt } }, keep: { link: null } };
  });

const revokingLink = (ports: ApiPorts) =>
  implement(ports, conferenceEndpoints.revokeLink, async asked => {
    const seat = await guestSeatFor(ports, asked);
    if (!seat.ok) return seat;
    if (!(await ports.store.guestLinks.revoke(placeOf(asked)))) return notFound;
    noteStep(ports, asked.who.viewer, { what: 'guest.revoked', cases: [asked.params.id], meta: asked.meta });
    return { ok: true, answer: null };
  });

import type { ConferenceSeen } from '@kaerimichi/casework';
import type { Conference } from '@kaerimichi/contracts';
import { conferenceEndpoints } from '@kaerimichi/contracts';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';

/** The conferences of a case; what people write of them goes the way of all events. */
export const conferenceImplementations = (ports: ApiPorts) => [
  implement(ports, conferenceEndpoints.ofCase, async ({ who, params, meta }) => {
    const seen = await ports.casework.conferences(who, params.id, meta);
    if (!seen.ok) return seen;
    const { conferences, can } = seen.answer;
    const orgs = conferences.flatMap(({ seats, addenda }) => [
      ...seats.flatMap(({ org }) => org ?? []),
      ...addenda.map(({ org }) => org),
    ]);
    const names = await ports.store.organisations.namesOf([...new Set(orgs)]);
    return { ok: true, answer: { conferences: conferences.map(one => toConference(one, names)), can: [...can] } };
  }),
];

function toConference(seen: ConferenceSeen, names: Readonly<Record<string, string>>): Conference {
  const nameOf = (org: string) => names[org] ?? '';
  return {
    ...seen,
    slots: seen.slots.map(slot => ({
      ...slot,
      requiredMissing: [...slot.requiredMissing],
      requiredOpen: [...slot.requiredOpen],
      conditions: [...slot.conditions],
    })),
    seats: seen.seats.map(({ org, ...seat }) => ({
      ...seat,
      org: org === null ? null : { id: org, name: nameOf(org) },
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

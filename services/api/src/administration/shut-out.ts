import { enablingTakesTwo, isAdministered, isOver, mayTakeAway, type Viewer } from '@kaerimichi/access';
import { tokyoDay } from '@kaerimichi/discharge';
import { LAST_ADMINISTRATOR, type Membership, type Person } from '@kaerimichi/store';
import { belongsElsewhere, foundersOnly, lastAdministrator } from '../endpoints/memberships.ts';
import type { ApiPorts } from '../ports.ts';
import { type Doing, doingAtOnce, proposeOrDo } from './wish.ts';

const notFound = { ok: false, refusal: { code: 'not-found' } } as const;

type Wanted = { readonly id: string; readonly disabled: boolean };

/** A person of the own organisation alone, with their memberships, whom somebody may shut out or let in again. */
export async function personToShutOut({ store, clock }: ApiPorts, viewer: Viewer, { id, disabled }: Wanted) {
  const memberships = await store.memberships.list({ person: id });
  const person = await store.people.find(id);
  if (!person || !memberships.some(({ org, role }) => org.id === viewer.org && isAdministered({ role })))
    return notFound;
  if (id === viewer.person) return { ok: false, refusal: { code: 'not-permitted' } } as const;
  const on = tokyoDay(clock.now());
  const isOthers = ({ org, role }: (typeof memberships)[number]) => org.id !== viewer.org || !isAdministered({ role });
  if (memberships.some(held => isOthers(held) && !isOver(held, on))) return belongsElsewhere;
  if (disabled && !mayTakeAway(viewer, memberships, on)) return foundersOnly;
  return { ok: true, person, memberships } as const;
}

type Found = Wanted & { readonly person: Person; readonly memberships: readonly Membership[] };

/** Proposes to let in again whoever comes back to what takes two; anything else one does at once. */
export async function proposeToEnable(
  ports: ApiPorts,
  asking: { readonly viewer: Viewer; readonly requestId: string },
  { id, disabled, person, memberships }: Found,
) {
  const isBack = !disabled && person.disabledAt !== null;
  if (isBack && enablingTakesTwo(memberships, tokyoDay(ports.clock.now())))
    return proposeOrDo(ports, { is: 'enabled', id }, asking);
  return { ok: true, doing: doingAtOnce(ports, asking) } as const;
}

/** Shuts a person out, or lets them in again. */
export async function shutOut(ports: ApiPorts, { viewer, note }: Doing, wanted: Wanted) {
  const found = await personToShutOut(ports, viewer, wanted);
  if (!found.ok) return found;
  const { id, disabled } = wanted;
  const administered = { org: viewer.org, on: tokyoDay(ports.clock.now()) };
  const person = await ports.store.people.disableUnlessLast(id, disabled, administered);
  if (person === LAST_ADMINISTRATOR) return lastAdministrator;
  if (!person) return notFound;
  note(`person ${id}`, disabled ? 'disabled' : 'enabled');
  return { ok: true, person } as const;
}

import { rolesToGive, type Viewer } from '@kaerimichi/access';
import { type RoleId, tokyoDay } from '@kaerimichi/discharge';
import type { Person } from '@kaerimichi/store';
import { membershipIssues } from '../endpoints/memberships.ts';
import type { ApiPorts } from '../ports.ts';
import type { Doing, WishOf } from './wish.ts';

const badInput = (issues: { path: string; message: string }[]) =>
  ({ ok: false, refusal: { code: 'bad-input', issues } }) as const;

export const isTaken = badInput([{ path: 'identifier', message: 'すでに使われています。 / Already in use.' }]);

export const shownPerson = ({ id, identifier, displayName, disabledAt, hasPassword }: Person) => ({
  id,
  identifier,
  displayName,
  disabled: disabledAt !== null,
  hasPassword,
});

type Bringing = { readonly org: string; readonly role: RoleId; readonly flags: readonly string[] };

/** Why somebody may not be brought in so: a fault by its field, or whose business it is; null: they may. */
export async function refusalToBring({ store }: ApiPorts, viewer: Viewer, wish: Bringing) {
  const org = await store.organisations.find(wish.org);
  if (!org) return badInput([{ path: 'org', message: 'ない組織です。 / Unknown organisation.' }]);
  const isEmpty = org.id !== viewer.org && (await store.memberships.list({ org: org.id })).length === 0;
  const given = rolesToGive(viewer, { id: org.id, kind: org.kind, isEmpty });
  if (given.length === 0) return { ok: false, refusal: { code: 'not-permitted', detail: notIntoIt } } as const;
  if (org.id !== viewer.org && !given.includes(wish.role))
    return { ok: false, refusal: { code: 'not-permitted', detail: firstAdministrator } } as const;
  const issues = membershipIssues(viewer, org.kind, wish);
  return issues.length > 0 ? badInput(issues) : null;
}

const notIntoIt =
  'この組織の人は、その組織の管理者が加えます。 / People of this organisation are added by its own administrator.';
const firstAdministrator =
  'ほかの組織に加えられるのは、最初の管理者だけです。 / Into another organisation only its first administrator is brought.';

/** A person with the membership that they come in with, today. */
export async function bringIn(ports: ApiPorts, { viewer, note }: Doing, wanted: Omit<WishOf<'person'>, 'is'>) {
  const refused = await refusalToBring(ports, viewer, wanted);
  if (refused) return refused;
  const { identifier, displayName, org, role, flags } = wanted;
  const membership = { org, role, flags, fromOn: tokyoDay(ports.clock.now()) };
  const how = org === viewer.org ? 'bringIn' : 'createFirst';
  const person = await ports.store.people[how]({ identifier, displayName }, membership);
  if (person === 'notFirst') return { ok: false, refusal: { code: 'not-permitted', detail: notIntoIt } } as const;
  if (!person) return isTaken;
  note(`person ${person.id} in ${org}: ${[role, ...flags].join(' ')}`, 'added');
  return { ok: true, person } as const;
}

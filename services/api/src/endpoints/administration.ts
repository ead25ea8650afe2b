import { mayAdminister, mayFound, rolesOfKind, seesBoard, type Viewer } from '@kaerimichi/access';
import { administrationEndpoints } from '@kaerimichi/contracts';
import { memberRoleIds, type OrganisationKind, type RoleId, tokyoDay } from '@kaerimichi/discharge';
import { type FirstMembership, LAST_ADMINISTRATOR, type NewPerson, type Person } from '@kaerimichi/store';
import { implement } from '../implement.ts';
import { implementOnce } from '../implement-once.ts';
import { hashPassword } from '../password.ts';
import type { ApiPorts } from '../ports.ts';
import { lastAdministrator, membershipIssues, shownMembership } from './memberships.ts';
import { giveSlip } from './password-slips.ts';

const taken = {
  ok: false,
  refusal: { code: 'bad-input', issues: [{ path: 'identifier', message: 'すでに使われています。 / Already in use.' }] },
} as const;
const forbidden = { ok: false, refusal: { code: 'not-permitted' } } as const;
const badInput = (issues: { path: string; message: string }[]) =>
  ({ ok: false, refusal: { code: 'bad-input', issues } }) as const;

const shown = ({ id, identifier, displayName, disabledAt, hasPassword }: Person) => ({
  id,
  identifier,
  displayName,
  disabled: disabledAt !== null,
  hasPassword,
});

/** Organisations and people. An administrator sees no child by that role, and people of the own organisation only. */
export function administrationImplementations(ports: ApiPorts) {
  return [
    organisations(ports),
    addOrganisation(ports),
    people(ports),
    addPerson(ports),
    disablePerson(ports),
    readSetupLink(ports),
    setUp(ports),
  ];
}

const organisations = (ports: ApiPorts) =>
  implement(ports, administrationEndpoints.organisations, async ({ who: { viewer } }) => {
    const all = await ports.store.organisations.list();
    const peopled = mayFound(viewer) ? await ports.store.memberships.peopled() : new Set<string>();
    const gives = ({ id, kind }: Pick<(typeof all)[number], 'id' | 'kind'>) => [
      ...rolesToGive(viewer, { id, kind, isEmpty: !peopled.has(id) }),
    ];
    const organisations = all.map(({ id, kind, name }) => ({
      ...{ id, kind, name },
      gives: gives({ id, kind }),
      roles: memberRoleIds.filter(role => rolesOfKind(kind).includes(role) && seesBoard({ role, flags: [] })),
    }));
    return { ok: true, answer: { organisations } };
  });

type Receiving = { readonly id: string; readonly kind: OrganisationKind; readonly isEmpty: boolean };

/**
 * Roles that a viewer may give somebody new. People come into the own organisation; into another only as its first
 * administrator, by whoever founds organisations.
 */
function rolesToGive(viewer: Viewer, { id, kind, isEmpty }: Receiving): readonly RoleId[] {
  if (!mayAdminister(viewer)) return [];
  if (id === viewer.org) return rolesOfKind(kind);
  return mayFound(viewer) && isEmpty ? ['admin'] : [];
}

const addOrganisation = (ports: ApiPorts) =>
  implementOnce(ports, administrationEndpoints.addOrganisation, async ({ who, body }) => {
    if (!mayFound(who.viewer)) return forbidden;
    const made = await ports.store.organisations.create(body);
    return made ? { ok: true, answer: { id: made.id, kind: made.kind, name: made.name } } : taken;
  });

const people = (ports: ApiPorts) =>
  implement(ports, administrationEndpoints.people, async ({ who }) => {
    if (!mayAdminister(who.viewer)) return forbidden;
    const people = await ports.store.people.listOf(who.viewer.org);
    const memberships = await ports.store.memberships.list({ org: who.viewer.org });
    const of = (id: string) => memberships.filter(({ person }) => person === id).map(shownMembership);
    return { ok: true, answer: { people: people.map(person => ({ ...shown(person), memberships: of(person.id) })) } };
  });

type Bringing = { readonly org: string; readonly role: RoleId; readonly flags: readonly string[] };

/** Why somebody may not be brought in so: a fault by its field, or whose business it is; null: they may. */
async function refusalToBring({ store }: ApiPorts, viewer: Viewer, wish: Bringing) {
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

async function bringIn(
  { store }: ApiPorts,
  viewer: Viewer,
  { person, membership }: { person: NewPerson; membership: FirstMembership },
) {
  if (membership.org !== viewer.org) return store.people.createFirst(person, membership);
  const made = await store.people.create(person);
  if (made) await store.memberships.create({ ...membership, person: made.id });
  return made;
}

const notIntoIt =
  'この組織の人は、その組織の管理者が加えます。 / People of this organisation are added by its own administrator.';
const firstAdministrator =
  'ほかの組織に加えられるのは、最初の管理者だけです。 / Into another organisation only its first administrator is brought.';

const addPerson = (ports: ApiPorts) =>
  implementOnce(ports, administrationEndpoints.addPerson, async ({ who, body, meta }) => {
    if (!mayAdminister(who.viewer)) return forbidden;
    const refused = await refusalToBring(ports, who.viewer, body);
    if (refused) return refused;
    const { identifier, displayName, org, role, flags } = body;
    const membership = { org, role, flags, fromOn: tokyoDay(ports.clock.now()) };
    const person = await bringIn(ports, who.viewer, { person: { identifier, displayName }, membership });
    if (person === 'notFirst') return { ok: false, refusal: { code: 'not-permitted', detail: notIntoIt } };
    if (!person) return taken;
    const slip = await giveSlip(ports, { giver: who, person: person.id, requestId: meta.requestId });
    return { ok: true, answer: { ...shown(person), slip }, keep: { ...shown(person), slip: null } };
  });

const elsewhere =
  'ほかの組織にも所属しています。ここでの所属だけを終えてください。 / Also belongs elsewhere: end the membership here instead.';

const disablePerson = (ports: ApiPorts) =>
  implementOnce(ports, administrationEndpoints.disablePerson, async ({ who, params, body }) => {
    if (!mayAdminister(who.viewer)) return forbidden;
    const all = await ports.store.memberships.list({ person: params.id });
    if (!all.some(({ org }) => org.id === who.viewer.org)) return { ok: false, refusal: { code: 'not-found' } };
    if (params.id === who.viewer.person) return forbidden;
    const on = tokyoDay(ports.clock.now());
    const isElsewhere = all.some(
      ({ org, untilOn }) => org.id !== who.viewer.org && (untilOn === null || on <= untilOn),
    );
    if (isElsewhere) return { ok: false, refusal: { code: 'not-permitted', detail: elsewhere } };
    const changed = await ports.store.people.disableUnlessLast(params.id, body.disabled, { org: who.viewer.org, on });
    if (changed === LAST_ADMINISTRATOR) return lastAdministrator;
    return changed ? { ok: true, answer: shown(changed) } : { ok: false, refusal: { code: 'not-found' } };
  });

const readSetupLink = (ports: ApiPorts) =>
  implement(ports, administrationEndpoints.readSetupLink, async ({ body }) => ({
    ok: true,
    answer: { state: await ports.store.setupLinks.stateOf(body.token) },
  }));

const setUp = (ports: ApiPorts) =>
  implement(ports, administrationEndpoints.setUp, async ({ body }) => {
    if (!(await ports.store.setupLinks.use(body.token))) return { ok: false, refusal: { code: 'not-found' } };
    const organisation = await ports.store.organisations.create(body.organisation);
    const { identifier, displayName, password } = body.person;
    const person = await ports.store.people.create({
      identifier,
      displayName,
      passwordHash: await hashPassword(password),
    });
    if (!organisation || !person) return taken;
    await ports.store.memberships.create({
      person: person.id,
      org: organisation.id,
      role: 'admin',
      flags: ['orgAdmin'],
      fromOn: tokyoDay(ports.clock.now()),
    });
    const { id, kind, name } = organisation;
    return { ok: true, answer: { organisation: { id, kind, name }, person: shown(person) } };
  });

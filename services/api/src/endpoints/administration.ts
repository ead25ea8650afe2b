import { mayAdminister, mayFound, type Viewer } from '@kaerimichi/access';
import { administrationEndpoints } from '@kaerimichi/contracts';
import { type RoleId, tokyoDay } from '@kaerimichi/discharge';
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
  implement(ports, administrationEndpoints.organisations, async () => {
    const all = await ports.store.organisations.list();
    return { ok: true, answer: { organisations: all.map(({ id, kind, name }) => ({ id, kind, name })) } };
  });

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

/** People come into the own organisation; into another only as its first administrator, by whoever founds organisations. */
const mayBringInto = (viewer: Viewer, { org, role }: { org: string; role: RoleId }): boolean =>
  org === viewer.org || (mayFound(viewer) && role === 'admin');

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

const addPerson = (ports: ApiPorts) =>
  implementOnce(ports, administrationEndpoints.addPerson, async ({ who, body, meta }) => {
    if (!mayAdminister(who.viewer)) return forbidden;
    const org = await ports.store.organisations.find(body.org);
    if (!org) return badInput([{ path: 'org', message: 'ない組織です。 / Unknown organisation.' }]);
    if (!mayBringInto(who.viewer, body)) return forbidden;
    const issues = membershipIssues(who.viewer, org.kind, body);
    if (issues.length > 0) return badInput(issues);
    const { identifier, displayName, role, flags } = body;
    const membership = { org: org.id, role, flags, fromOn: tokyoDay(ports.clock.now()) };
    const person = await bringIn(ports, who.viewer, { person: { identifier, displayName }, membership });
    if (person === 'notFirst') return forbidden;
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

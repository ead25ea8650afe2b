import { mayAdminister } from '@kaerimichi/access';
import { administrationEndpoints } from '@kaerimichi/contracts';
import { tokyoDay } from '@kaerimichi/discharge';
import type { Person } from '@kaerimichi/store';
import { implement } from '../implement.ts';
import { hashPassword } from '../password.ts';
import type { ApiPorts } from '../ports.ts';

const taken = {
  ok: false,
  refusal: { code: 'bad-input', issues: [{ path: 'identifier', message: 'すでに使われています。 / Already in use.' }] },
} as const;
const forbidden = { ok: false, refusal: { code: 'not-permitted' } } as const;

const shown = ({ id, identifier, displayName, disabledAt }: Person) => ({
  id,
  identifier,
  displayName,
  disabled: disabledAt !== null,
});

/** Organisations and people. An administrator sees no child by that role, and people of the own organisation only. */
export function administrationImplementations(ports: ApiPorts) {
  return [
    organisations(ports),
    addOrganisation(ports),
    people(ports),
    addPerson(ports),
    disablePerson(ports),
    setUp(ports),
  ];
}

const organisations = (ports: ApiPorts) =>
  implement(ports, administrationEndpoints.organisations, async () => {
    const all = await ports.store.organisations.list();
    return { ok: true, answer: { organisations: all.map(({ id, kind, name }) => ({ id, kind, name })) } };
  });

const addOrganisation = (ports: ApiPorts) =>
  implement(ports, administrationEndpoints.addOrganisation, async ({ who, body }) => {
    if (!mayAdminister(who.viewer)) return forbidden;
    const made = await ports.store.organisations.create(body);
    return made ? { ok: true, answer: { id: made.id, kind: made.kind, name: made.name } } : taken;
  });

const people = (ports: ApiPorts) =>
  implement(ports, administrationEndpoints.people, async ({ who }) => {
    if (!mayAdminister(who.viewer)) return forbidden;
    const people = await ports.store.people.listOf(who.viewer.org);
    const memberships = await ports.store.memberships.list({ org: who.viewer.org });
    const of = (person: string) =>
      memberships
        .filter(membership => membership.person === person)
        .map(({ id, org, role, flags }) => ({ id, org: org.id, role, flags: [...flags] }));
    return { ok: true, answer: { people: people.map(person => ({ ...shown(person), memberships: of(person.id) })) } };
  });

const addPerson = (ports: ApiPorts) =>
  implement(ports, administrationEndpoints.addPerson, async ({ who, body }) => {
    if (!mayAdminister(who.viewer)) return forbidden;
    if (!(await ports.store.organisations.find(body.org)))
      return {
        ok: false,
        refusal: { code: 'bad-input', issues: [{ path: 'org', message: 'unknown organisation' }] },
      };
    const person = await ports.store.people.create({
      identifier: body.identifier,
      displayName: body.displayName,
      passwordHash: await hashPassword(body.password),
    });
    if (!person) return taken;
    await ports.store.memberships.create({
      person: person.id,
      org: body.org,
      role: body.role,
      flags: body.flags,
      fromOn: tokyoDay(ports.clock.now()),
    });
    return { ok: true, answer: shown(person) };
  });

const disablePerson = (ports: ApiPorts) =>
  implement(ports, administrationEndpoints.disablePerson, async ({ who, params, body }) => {
    if (!mayAdminister(who.viewer)) return forbidden;
    const isOwn = (await ports.store.people.listOf(who.viewer.org)).some(({ id }) => id === params.id);
    const changed = isOwn ? await ports.store.people.update(params.id, { disabled: body.disabled }) : null;
    return changed ? { ok: true, answer: shown(changed) } : { ok: false, refusal: { code: 'not-found' } };
  });

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

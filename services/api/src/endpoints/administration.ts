import {
  isOver,
  mayAdminister,
  mayFound,
  mayLead,
  rolesOfKind,
  rolesToGive,
  seesBoard,
  type Viewer,
} from '@kaerimichi/access';
import { administrationEndpoints } from '@kaerimichi/contracts';
import { memberRoleIds, type RoleId, tokyoDay } from '@kaerimichi/discharge';
import { LAST_ADMINISTRATOR, type Person } from '@kaerimichi/store';
import { implement } from '../implement.ts';
import { implementOnce } from '../implement-once.ts';
import { noteChange } from '../note-change.ts';
import { hashPassword } from '../password.ts';
import { passwordFault } from '../password-fault.ts';
import type { ApiPorts } from '../ports.ts';
import { belongsElsewhere, lastAdministrator, membershipIssues, shownMembership } from './memberships.ts';
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

const PAGE = 500;

const organisations = (ports: ApiPorts) =>
  implement(ports, administrationEndpoints.organisations, async ({ who: { viewer }, query: { text, after } }) => {
    const wish = { ...(text && { text }), ...(after && { after }) };
    const found = await ports.store.organisations.list({ ...wish, limit: PAGE + 1 });
    const all = found.slice(0, PAGE);
    const peopled = mayFound(viewer) ? await ports.store.memberships.peopled() : new Set<string>();
    const gives = ({ id, kind }: Pick<(typeof all)[number], 'id' | 'kind'>) => [
      ...rolesToGive(viewer, { id, kind, isEmpty: !peopled.has(id) }),
    ];
    const organisations = all.map(({ id, kind, name }) => ({
      ...{ id, kind, name },
      leads: mayLead(kind),
      gives: gives({ id, kind }),
      roles: memberRoleIds.filter(role => rolesOfKind(kind).includes(role) && seesBoard({ role, flags: [] })),
    }));
    const next = found.length > PAGE ? (all.at(-1)?.id ?? null) : null;
    return { ok: true, answer: { organisations, next } };
  });

const addOrganisation = (ports: ApiPorts) =>
  implementOnce(ports, administrationEndpoints.addOrganisation, async ({ who, body, meta }) => {
    if (!mayFound(who.viewer)) return forbidden;
    const made = await ports.store.organisations.create(body);
    if (!made) return taken;
    const { id, kind, name } = made;
    noteChange(ports, who.viewer, { what: `organisation ${id} ${kind}`, outcome: 'added', requestId: meta.requestId });
    return { ok: true, answer: { id, kind, name } };
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
    const newcomer = { identifier, displayName };
    const isOwn = org === who.viewer.org;
    const person = await ports.store.people[isOwn ? 'bringIn' : 'createFirst'](newcomer, membership);
    if (person === 'notFirst') return { ok: false, refusal: { code: 'not-permitted', detail: notIntoIt } };
    if (!person) return taken;
    const what = `person ${person.id} in ${org}: ${[role, ...flags].join(' ')}`;
    noteChange(ports, who.viewer, { what, outcome: 'added', requestId: meta.requestId });
    const slip = await giveSlip(ports, { giver: who, person: person.id, requestId: meta.requestId });
    return { ok: true, answer: { ...shown(person), slip }, keep: { ...shown(person), slip: null } };
  });

const disablePerson = (ports: ApiPorts) =>
  implementOnce(ports, administrationEndpoints.disablePerson, async ({ who, params, body, meta }) => {
    if (!mayAdminister(who.viewer)) return forbidden;
    const all = await ports.store.memberships.list({ person: params.id });
    if (!all.some(({ org, role }) => org.id === who.viewer.org && role !== 'family'))
      return { ok: false, refusal: { code: 'not-found' } };
    if (params.id === who.viewer.person) return forbidden;
    const on = tokyoDay(ports.clock.now());
    const isOthers = ({ org, role }: (typeof all)[number]) => org.id !== who.viewer.org || role === 'family';
    if (all.some(membership => isOthers(membership) && !isOver(membership, on))) return belongsElsewhere;
    const changed = await ports.store.people.disableUnlessLast(params.id, body.disabled, { org: who.viewer.org, on });
    if (changed === LAST_ADMINISTRATOR) return lastAdministrator;
    if (!changed) return { ok: false, refusal: { code: 'not-found' } };
    const outcome = body.disabled ? 'disabled' : 'enabled';
    noteChange(ports, who.viewer, { what: `person ${params.id}`, outcome, requestId: meta.requestId });
    return { ok: true, answer: shown(changed) };
  });

const readSetupLink = (ports: ApiPorts) =>
  implement(ports, administrationEndpoints.readSetupLink, async ({ body }) => ({
    ok: true,
    answer: { state: await ports.store.setupLinks.stateOf(body.token) },
  }));

const setUp = (ports: ApiPorts) =>
  implement(ports, administrationEndpoints.setUp, async ({ body, meta }) => {
    const { setupLinks } = ports.store;
    const { token, organisation, person } = body;
    // A hash takes 90 ms of a processor: not for whoever has no link.
    if ((await setupLinks.stateOf(token)) !== 'open') return { ok: false, refusal: { code: 'not-found' } };
    const { identifier, displayName, password } = person;
    const fault = passwordFault(password, [identifier, displayName, organisation.name]);
    if (fault) return badInput([{ path: 'person.password', message: fault }]);
    const administrator = { identifier, displayName, passwordHash: await hashPassword(password) };
    const on = tokyoDay(ports.clock.now());
    const done = await setupLinks.setUp(token, { organisation, person: administrator, on });
    if (done === 'void') return { ok: false, refusal: { code: 'not-found' } };
    if (!done) return taken;
    const { id, kind, name } = done.organisation;
    const by = { person: done.person.id, membership: null, org: id, role: 'admin' } as const;
    noteChange(ports, by, { what: 'first set-up', outcome: 'done', requestId: meta.requestId });
    return { ok: true, answer: { organisation: { id, kind, name }, person: shown(done.person) } };
  });

import { mayAdminister, mayFound, mayLead, rolesOfKind, rolesToGive, seesBoard } from '@kaerimichi/access';
import { administrationEndpoints } from '@kaerimichi/contracts';
import { memberRoleIds, tokyoDay } from '@kaerimichi/discharge';
import { bringIn, isTaken, refusalToBring, shownPerson } from '../administration/bring-in.ts';
import { foundOrganisation, isThere } from '../administration/found-organisation.ts';
import { personToShutOut, proposeToEnable, shutOut } from '../administration/shut-out.ts';
import { proposeOrDo } from '../administration/wish.ts';
import { implement } from '../implement.ts';
import { implementOnce } from '../implement-once.ts';
import { noteChange } from '../note-change.ts';
import { hashPassword } from '../password.ts';
import { passwordFault } from '../password-fault.ts';
import type { ApiPorts } from '../ports.ts';
import { shownMembership } from './memberships.ts';
import { giveSlip } from './password-slips.ts';

const forbidden = { ok: false, refusal: { code: 'not-permitted' } } as const;
const badInput = (issues: { path: string; message: string }[]) =>
  ({ ok: false, refusal: { code: 'bad-input', issues } }) as const;

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
  implementOnce(ports, administrationEndpoints.addOrganisation, async ({ who: { viewer }, body, meta }) => {
    if (!mayFound(viewer)) return forbidden;
    const { kind, name } = body;
    const alike = await ports.store.organisations.findAlike(name);
    if (alike) return isThere(alike);
    const wish = { is: 'organisation', kind, name } as const;
    const wished = await proposeOrDo(ports, wish, { viewer, requestId: meta.requestId });
    if (!wished.ok) return wished;
    const { proposal, doing } = wished;
    if (!doing) return { ok: true, answer: { id: proposal, kind, name, proposed: true } };
    return foundOrganisation(ports, doing, wish);
  });

const people = (ports: ApiPorts) =>
  implement(ports, administrationEndpoints.people, async ({ who }) => {
    if (!mayAdminister(who.viewer)) return forbidden;
    const people = await ports.store.people.listOf(who.viewer.org);
    const memberships = await ports.store.memberships.list({ org: who.viewer.org });
    const of = (id: string) => memberships.filter(({ person }) => person === id).map(shownMembership);
    return {
      ok: true,
      answer: { people: people.map(person => ({ ...shownPerson(person), memberships: of(person.id) })) },
    };
  });

const addPerson = (ports: ApiPorts) =>
  implementOnce(ports, administrationEndpoints.addPerson, async ({ who, body, meta: { requestId } }) => {
    if (!mayAdminister(who.viewer)) return forbidden;
    const refused = await refusalToBring(ports, who.viewer, body);
    if (refused) return refused;
    const { identifier, displayName, org, role, flags } = body;
    const wish = { is: 'person', identifier, displayName, org, role, flags } as const;
    const wished = await proposeOrDo(ports, wish, { viewer: who.viewer, requestId });
    if (!wished.ok) return wished;
    const { proposal, doing } = wished;
    if (!doing) {
      const nobody = { id: proposal, identifier, displayName, disabled: false, hasPassword: false };
      return { ok: true, answer: { ...nobody, slip: null, proposed: true } };
    }
    const brought = await bringIn(ports, doing, wish);
    if (!brought.ok) return brought;
    const { person } = brought;
    const answer = { ...shownPerson(person), proposed: false };
    const slip = await giveSlip(ports, { giver: who, person: person.id, requestId });
    return { ok: true, answer: { ...answer, slip }, keep: { ...answer, slip: null } };
  });

const disablePerson = (ports: ApiPorts) =>
  implementOnce(ports, administrationEndpoints.disablePerson, async ({ who: { viewer }, params, body, meta }) => {
    if (!mayAdminister(viewer)) return forbidden;
    const wanted = { id: params.id, disabled: body.disabled };
    const found = await personToShutOut(ports, viewer, wanted);
    if (!found.ok) return found;
    const wished = await proposeToEnable(ports, { viewer, requestId: meta.requestId }, { ...wanted, ...found });
    if (!wished.ok) return wished;
    if (!wished.doing) return { ok: true, answer: { ...shownPerson(found.person), proposed: true } };
    const changed = await shutOut(ports, wished.doing, wanted);
    return changed.ok ? { ok: true, answer: { ...shownPerson(changed.person), proposed: false } } : changed;
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
    const fault = await passwordFault(password, [identifier, displayName, organisation.name]);
    if (fault) return badInput([{ path: 'person.password', message: fault }]);
    const administrator = { identifier, displayName, passwordHash: await hashPassword(password) };
    const on = tokyoDay(ports.clock.now());
    const done = await setupLinks.setUp(token, { organisation, person: administrator, on });
    if (done === 'void') return { ok: false, refusal: { code: 'not-found' } };
    if (!done) return isTaken;
    const { id, kind, name } = done.organisation;
    const by = { person: done.person.id, membership: null, org: id, role: 'admin' } as const;
    noteChange(ports, by, { what: 'first set-up', outcome: 'done', requestId: meta.requestId });
    return { ok: true, answer: { organisation: { id, kind, name }, person: shownPerson(done.person) } };
  });

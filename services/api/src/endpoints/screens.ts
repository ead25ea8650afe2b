import { mayAdminister, type Viewer } from '@kaerimichi/access';
import { type Screen, screenEndpoints } from '@kaerimichi/contracts';
import type { StoredScreen } from '@kaerimichi/store';
import { implement } from '../implement.ts';
import { implementOnce } from '../implement-once.ts';
import { noteChange } from '../note-change.ts';
import { hashPassword } from '../password.ts';
import type { ApiPorts } from '../ports.ts';

const forbidden = { ok: false, refusal: { code: 'not-permitted' } } as const;
const notFound = { ok: false, refusal: { code: 'not-found' } } as const;

/** 画面: the wall displays of an organisation, kept by its administrators, who see no child by it. */
export function screenImplementations(ports: ApiPorts) {
  return [listing(ports), making(ports), changing(ports), linking(ports), revoking(ports)];
}

type Change = { readonly id: string; readonly outcome: string; readonly requestId: string };

/** `screen <id>`, and the level where it was set: who opened a wall for names is asked about later. */
const note = (ports: ApiPorts, viewer: Viewer, { id, outcome, requestId }: Change) =>
  noteChange(ports, viewer, { what: `screen ${id}`, outcome, requestId });

const listing = (ports: ApiPorts) =>
  implement(ports, screenEndpoints.list, async ({ who: { viewer } }) => {
    if (!mayAdminister(viewer)) return forbidden;
    return { ok: true, answer: { screens: (await ports.store.screens.listOf(viewer.org)).map(shown) } };
  });

const making = (ports: ApiPorts) =>
  implementOnce(ports, screenEndpoints.make, async ({ who: { viewer }, body, meta: { requestId } }) => {
    if (!mayAdminister(viewer)) return forbidden;
    const { pin, ...settings } = body;
    const pinHash = pin === null ? null : await hashPassword(pin);
    const made = await ports.store.screens.make({ ...settings, org: viewer.org, pinHash });
    // The id is drawn for it: nobody else has it.
    if (!made) throw new Error('a new screen could not be made');
    note(ports, viewer, { id: made.screen.id, outcome: `made ${body.level}`, requestId });
    const screen = shown(made.screen);
    return { ok: true, answer: { screen, link: made.link }, keep: { screen, link: null } };
  });

const changing = (ports: ApiPorts) =>
  implementOnce(ports, screenEndpoints.change, async ({ who: { viewer }, params, body, meta: { requestId } }) => {
    if (!mayAdminister(viewer)) return forbidden;
    const { pin, ...rest } = body;
    const settings = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    const pinHash = typeof pin === 'string' ? await hashPassword(pin) : pin;
    const changes = { ...settings, ...(pinHash !== undefined && { pinHash }) };
    const changed = await ports.store.screens.change(viewer.org, params.id, changes);
    if (!changed) return notFound;
    note(ports, viewer, { id: params.id, outcome: `changed ${changed.level}`, requestId });
    return { ok: true, answer: shown(changed) };
  });

const linking = (ports: ApiPorts) =>
  implementOnce(ports, screenEndpoints.link, async ({ who: { viewer }, params, meta: { requestId } }) => {
    if (!mayAdminister(viewer)) return forbidden;
    const linked = await ports.store.screens.link(viewer.org, params.id);
    if (!linked) return notFound;
    note(ports, viewer, { id: params.id, outcome: 'linked', requestId });
    const screen = shown(linked.screen);
    return { ok: true, answer: { screen, link: linked.link }, keep: { screen, link: null } };
  });

const revoking = (ports: ApiPorts) =>
  implement(ports, screenEndpoints.revoke, async ({ who: { viewer }, params, meta: { requestId } }) => {
    if (!mayAdminister(viewer)) return forbidden;
    const revoked = await ports.store.screens.revoke(viewer.org, params.id);
    if (!revoked) return notFound;
    note(ports, viewer, { id: params.id, outcome: 'revoked', requestId });
    return { ok: true, answer: shown(revoked) };
  });

const shown = ({ org: _own, membership: _device, sightUntil: _now, ...screen }: StoredScreen): Screen => screen;

import { changesView, readsView, scopesToSave, seesBoard, type Viewer } from '@kaerimichi/access';
import { type SavedView, savedViewEndpoints, type ViewSettings, viewSettings } from '@kaerimichi/contracts';
import type { Words } from '@kaerimichi/discharge';
import type { StoredView } from '@kaerimichi/store';
import { implement } from '../implement.ts';
import { implementOnce } from '../implement-once.ts';
import { namesChild } from '../names-child.ts';
import { namesOnBoard } from '../names-on-board.ts';
import type { ApiPorts } from '../ports.ts';

const forbidden = { ok: false, refusal: { code: 'not-permitted' } } as const;
const notFound = { ok: false, refusal: { code: 'not-found' } } as const;
const changedMeanwhile = { ok: false, refusal: { code: 'version-conflict' } } as const;
const bad = (path: string, message: Words) =>
  ({ ok: false, refusal: { code: 'bad-input', issues: [{ path, message }] } }) as const;

/** 保存した表示: how a board is looked at, for oneself, one's role, one's organisation. */
export function savedViewImplementations(ports: ApiPorts) {
  return [listing(ports), making(ports), changing(ports), removing(ports)];
}

const listing = (ports: ApiPorts) =>
  implement(ports, savedViewEndpoints.list, async ({ who: { viewer } }) => {
    if (!seesBoard(viewer)) return forbidden;
    const views = await ports.store.views.listOf(viewer);
    const read = views.filter(view => readsView(viewer, view)).flatMap(view => shown(view, viewer) ?? []);
    return { ok: true, answer: { views: read, scopes: [...scopesToSave(viewer)] } };
  });

const making = (ports: ApiPorts) =>
  implementOnce(ports, savedViewEndpoints.make, async ({ who: { viewer }, body: { name, scope, settings } }) => {
    if (!scopesToSave(viewer).includes(scope)) return forbidden;
    const fault = await faultOf(ports, viewer, { name, settings });
    if (fault) return fault;
    const { org, membership, role } = viewer;
    const made = await ports.store.views.make({ org, membership, role, scope, name, settings });
    return told(made, viewer) ?? bad('name', tooMany);
  });

const changing = (ports: ApiPorts) =>
  implementOnce(ports, savedViewEndpoints.change, async ({ who: { viewer }, params, body }) => {
    if (!seesBoard(viewer)) return forbidden;
    const view = await ports.store.views.find(params.id);
    if (!view || !readsView(viewer, view)) return notFound;
    if (!changesView(viewer, view)) return forbidden;
    const fault = await faultOf(ports, viewer, body);
    if (fault) return fault;
    return told(await ports.store.views.change(params.id, body), viewer) ?? changedMeanwhile;
  });

const removing = (ports: ApiPorts) =>
  implement(ports, savedViewEndpoints.remove, async ({ who: { viewer }, params }) => {
    if (!seesBoard(viewer)) return forbidden;
    const view = await ports.store.views.find(params.id);
    if (!view || !readsView(viewer, view)) return notFound;
    if (!changesView(viewer, view)) return forbidden;
    await ports.store.views.remove(params.id);
    return { ok: true, answer: null };
  });

type Wish = { readonly name?: string | undefined; readonly settings?: ViewSettings | undefined };

/** What neither name nor filters may hold: a child's name, or an id that is nobody's. */
async function faultOf(ports: ApiPorts, viewer: Viewer, { name, settings }: Wish) {
  if (name !== undefined && namesChild(name, await namesOnBoard(ports, viewer))) return bad('name', noChildsName);
  const { lead = [], town = [], station = [], owner = [] } = settings?.filters ?? {};
  const named = [...new Set([...lead, ...town, ...station, ...owner])];
  const known = named.length === 0 ? {} : await ports.store.organisations.namesOf(named);
  return named.every(id => id in known) ? null : bad('settings.filters', noSuchOrg);
}

function told(view: StoredView | null, viewer: Viewer) {
  const answer = view && shown(view, viewer);
  return answer ? ({ ok: true, answer } as const) : null;
}

/** null: of a program that knew settings which this one does not; it is left out of the list, not lost. */
function shown(view: StoredView, viewer: Viewer): SavedView | null {
  const settings = viewSettings.safeParse(view.settings);
  if (!settings.success) return null;
  const { id, name, scope, version } = view;
  return { id, name, scope, version, settings: settings.data, mayChange: changesView(viewer, view) };
}

const noChildsName: Words = {
  ja: 'お子さんの名前は入れないでください。表示の名前は、ほかの人の画面や記録にも出ます。',
  en: 'Leave out the names of children: the name of a view appears on other screens and in records.',
};
const noSuchOrg: Words = { ja: '条件にある組織が見つかりません。', en: 'An organisation of the filters is not known.' };
const tooMany: Words = {
  ja: '保存できる表示は50までです。使わないものを消してください。',
  en: 'You have saved 50 views already. Remove one that you no longer use.',
};

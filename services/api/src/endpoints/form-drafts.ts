import { accessOf, type Viewer } from '@kaerimichi/access';
import { formDraftEndpoints, type ListedFormDraft } from '@kaerimichi/contracts';
import { tokyoDay } from '@kaerimichi/discharge';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';
import { shownChildOf } from './shown-child.ts';

const notFound = { ok: false, refusal: { code: 'not-found' } } as const;

/** What somebody typed and has not sent: told to that membership alone, and of a case only as long as it may open it. */
export const formDraftImplementations = (ports: ApiPorts) => [
  listing(ports),
  finding(ports),
  keeping(ports),
  forgetting(ports),
];

const listing = (ports: ApiPorts) =>
  implement(ports, formDraftEndpoints.list, async ({ who: { viewer } }) => {
    const { store, clock } = ports;
    const kept = await store.formDrafts.listOf(viewer.membership);
    const on = tokyoDay(clock.now());
    const ids = [...new Set(kept.flatMap(({ caseId }) => caseId ?? []))];
    const cards = await store.board.cardsOf(viewer.org, ids);
    const open = new Map(
      cards
        .filter(({ card, access }) => accessOf({ id: card.id, access: [{ ...access, org: viewer.org }] }, viewer))
        .map(entry => [entry.card.id, shownChildOf(entry, viewer, on)]),
    );
    const drafts = kept.flatMap(({ caseId, ...draft }): ListedFormDraft[] => {
      const child = caseId === null ? {} : open.get(caseId);
      return child ? [{ ...draft, ...child }] : [];
    });
    return { ok: true, answer: { drafts } };
  });

const finding = (ports: ApiPorts) =>
  implement(ports, formDraftEndpoints.get, async ({ who: { viewer }, params }) => {
    const kept = await ports.store.formDrafts.find(viewer.membership, params.place);
    if (!kept || !(await mayOpen(ports, viewer, kept.caseId))) return { ok: true, answer: { draft: null } };
    const { subject, route, at, content } = kept;
    return { ok: true, answer: { draft: { subject, route, at, content } } };
  });

const keeping = (ports: ApiPorts) =>
  implement(ports, formDraftEndpoints.keep, async ({ who: { viewer }, params, body }) => {
    if (!(await mayOpen(ports, viewer, body.caseId))) return notFound;
    const { caseId, subject, route, content } = body;
    const draft = { place: params.place, caseId, subject, route, content };
    const at = await ports.store.formDrafts.keep(viewer.membership, draft);
    return { ok: true, answer: { at } };
  });

const forgetting = (ports: ApiPorts) =>
  implement(ports, formDraftEndpoints.forget, async ({ who: { viewer }, params }) => {
    return { ok: true, answer: { forgotten: await ports.store.formDrafts.forget(viewer.membership, params.place) } };
  });

async function mayOpen({ store }: ApiPorts, viewer: Viewer, caseId: string | null): Promise<boolean> {
  if (caseId === null) return true;
  const loaded = await store.cases.loadFresh(caseId);
  return loaded !== null && accessOf(loaded, viewer) !== null;
}

import { mayImport } from '@kaerimichi/access';
import { importEndpoints } from '@kaerimichi/contracts';
import { implementOnce } from '../implement-once.ts';
import type { ApiPorts } from '../ports.ts';

const forbidden = { ok: false, refusal: { code: 'not-permitted' } } as const;
const notFound = { ok: false, refusal: { code: 'not-found' } } as const;
const isCase = {
  ok: false,
  refusal: {
    code: 'not-permitted',
    detail: 'ケースになった下書きは消せません。 / A draft that became a case is not discarded.',
  },
} as const;

/** What a wrong file left behind is cleared by whoever may import: one child of it, or all of it. */
export const discardImplementations = (ports: ApiPorts) => [
  implementOnce(ports, importEndpoints.discard, async ({ who: { viewer }, params }) => {
    const draft = mayImport(viewer) ? await ports.store.drafts.find(viewer.org, params.id) : null;
    if (!draft) return notFound;
    // It may become a case between the look and the removal.
    const discarded = await ports.store.drafts.discard(viewer.org, { id: params.id });
    return discarded > 0 ? { ok: true, answer: { discarded } } : isCase;
  }),
  implementOnce(ports, importEndpoints.discardFile, async ({ who: { viewer }, params }) => {
    if (!mayImport(viewer)) return forbidden;
    return { ok: true, answer: { discarded: await ports.store.drafts.discard(viewer.org, { source: params.id }) } };
  }),
];

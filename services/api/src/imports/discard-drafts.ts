import { mayImport } from '@kaerimichi/access';
import type { SignedIn } from '@kaerimichi/casework';
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

/** What a wrong file left behind is cleared by whoever may import: one child of it, or all that it brought. */
export const discardImplementations = (ports: ApiPorts) => [
  implementOnce(ports, importEndpoints.discard, async ({ who, params, meta }) => {
    const { viewer } = who;
    const draft = mayImport(viewer) ? await ports.store.drafts.find(viewer.org, params.id) : null;
    // It may become a case between the look and the removal.
    const isGone = draft !== null && (await ports.store.drafts.discard(viewer.org, params.id));
    const handled = isGone ? ({ ok: true, answer: { discarded: 1 } } as const) : draft ? isCase : notFound;
    const what = draft ? `draft.discarded ${draft.id}` : 'draft.discarded';
    note(ports, who, { what, outcome: outcomeOf(handled), requestId: meta.requestId });
    return handled;
  }),
  implementOnce(ports, importEndpoints.discardFile, async ({ who, params, meta }) => {
    const { viewer } = who;
    const answer = mayImport(viewer) ? await ports.store.drafts.discardFile(viewer.org, params.id) : null;
    const handled = answer ? ({ ok: true, answer } as const) : mayImport(viewer) ? notFound : forbidden;
    // What no file has for an id is free text, and may be a name.
    const what = answer ? `file.discarded ${params.id}` : 'file.discarded';
    note(ports, who, { what, outcome: outcomeOf(handled), requestId: meta.requestId });
    return handled;
  }),
];

const outcomeOf = (handled: { ok: true } | { ok: false; refusal: { code: string } }): string =>
  handled.ok ? 'ok' : handled.refusal.code;

type Noted = { readonly what: string; readonly outcome: string; readonly requestId: string };

/** That somebody discarded what was imported: the draft has no history of its own. */
function note({ store }: ApiPorts, { viewer }: SignedIn, noted: Noted): void {
  const { person, membership, org, role } = viewer;
  store.log.write({ action: 'import', person, membership, org, role, caseId: null, seq: null, ...noted });
}

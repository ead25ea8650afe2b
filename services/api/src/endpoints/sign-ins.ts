import { seesSignIns } from '@kaerimichi/access';
import { administrationEndpoints, type SignInEntry } from '@kaerimichi/contracts';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';

const LOG_PAGE = 100;

/** Who signed in and out of the own organisation. That somebody reads it is an entry of the access log itself. */
export const signInImplementations = (ports: ApiPorts) => [
  implement(ports, administrationEndpoints.signIns, async ({ who: { viewer }, query, meta }) => {
    const { log, people } = ports.store;
    const { person, membership, org, role } = viewer;
    const outcome = seesSignIns(viewer) ? 'ok' : 'not-permitted';
    const reader = { person, membership, org, role, requestId: meta.requestId };
    log.write({ ...reader, action: 'read', what: 'sign-ins', caseId: null, seq: null, outcome });
    if (outcome !== 'ok') return { ok: false, refusal: { code: 'not-permitted' } };
    const [at = '', past] = query.before?.split('_') ?? [];
    const before = query.before ? { at, past: Number(past) } : null;
    const { entries, next } = await log.pageOfSignIns(org, { before, limit: query.limit ?? LOG_PAGE });
    const names = await people.namesOf([...new Set(entries.flatMap(entry => entry.person ?? []))]);
    const shown = entries.map(
      (entry): SignInEntry => ({
        at: entry.at,
        by: { name: names[entry.person ?? ''] ?? null, role: entry.role },
        action: entry.action === 'signOut' ? 'signOut' : 'signIn',
        what: entry.what === 'membership' ? 'membership' : 'session',
        outcome: entry.outcome,
      }),
    );
    return { ok: true, answer: { entries: shown, next: next && `${next.at}_${next.past}` } };
  }),
];

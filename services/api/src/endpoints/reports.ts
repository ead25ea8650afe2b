import { countsReport, seesCounts } from '@kaerimichi/access';
import { reportEndpoints } from '@kaerimichi/contracts';
import { fiscalYearFrom, tokyoDay } from '@kaerimichi/discharge';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';

/** Counts of the network's cases, never a case. That somebody reads them, or wanted to, is an entry of the access log. */
export const reportImplementations = (ports: ApiPorts) => [
  implement(ports, reportEndpoints.counts, async ({ who: { viewer }, meta }) => {
    const { log, counts } = ports.store;
    const { person, membership, org, role } = viewer;
    const outcome = seesCounts(viewer) ? 'ok' : 'not-permitted';
    const reader = { person, membership, org, role, requestId: meta.requestId };
    log.write({ ...reader, action: 'read', what: 'counts', caseId: null, seq: null, outcome });
    if (outcome !== 'ok') return { ok: false, refusal: { code: 'not-permitted' } };
    const { at, counted } = await counts.ofDay();
    const tables = countsReport(counted).map(table => ({ ...table, rows: [...table.rows], phases: [...table.phases] }));
    return { ok: true, answer: { at, yearFrom: fiscalYearFrom(tokyoDay(at)), tables } };
  }),
];

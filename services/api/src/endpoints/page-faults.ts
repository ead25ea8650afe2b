import { pageFaultEndpoints, recordNumberOf } from '@kaerimichi/contracts';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';

/** What a browser says of a page that it could not show, where whoever is asked for help looks for it. */
export const pageFaultImplementations = (ports: ApiPorts) => [
  implement(ports, pageFaultEndpoints.tell, async ({ body: { kind, places }, meta: { requestId } }) => {
    const number = recordNumberOf(requestId);
    ports.log.error({ requestId, recordNumber: number, kind, places }, 'page fault');
    return { ok: true, answer: { number } };
  }),
];

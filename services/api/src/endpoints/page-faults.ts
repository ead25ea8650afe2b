import { pageFaultEndpoints, recordNumberOf } from '@kaerimichi/contracts';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';

/** Lines in a minute: of more, the first tell enough, and nobody fills a disk. */
const MOST_LINES = 60;
const MINUTE_MS = 60_000;

function paced(clock: ApiPorts['clock']): () => boolean {
  let minute = 0;
  let lines = 0;
  return () => {
    const now = Math.floor(Date.parse(clock.now()) / MINUTE_MS);
    if (now !== minute) lines = 0;
    minute = now;
    lines += 1;
    return lines <= MOST_LINES;
  };
}

/** What a browser says of a page that it could not show, where whoever is asked for help looks for it. */
export const pageFaultImplementations = (ports: ApiPorts) => {
  const mayLog = paced(ports.clock);
  return [
    implement(ports, pageFaultEndpoints.tell, async ({ body: { kind, places }, meta: { requestId } }) => {
      const number = recordNumberOf(requestId);
      if (mayLog()) ports.log.error({ requestId, recordNumber: number, kind, places }, 'page fault');
      return { ok: true, answer: { number } };
    }),
  ];
};

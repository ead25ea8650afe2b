import { readFile } from 'node:fs/promises';
import { readsProof } from '@kaerimichi/access';
import { pathwayEndpoints } from '@kaerimichi/contracts';
import { describePathway } from '@kaerimichi/discharge/chart';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';

/** The pathway for machines: made when it is first asked for, which no start waits for, and the same for everyone. */
export function pathwayImplementations(ports: ApiPorts) {
  let body: string | null = null;
  return [
    implement(ports, pathwayEndpoints.pathway, async () => {
      body ??= JSON.stringify(describePathway());
      return { ok: true, stored: { status: 200, body } };
    }),
    // A search over the whole chart takes seconds: it was made with the documents, and is read when it is asked for.
    implement(ports, pathwayEndpoints.proof, async ({ who }) => {
      if (!readsProof(who.viewer)) return { ok: false, refusal: { code: 'not-permitted' } };
      return { ok: true, stored: { status: 200, body: await readFile(ports.settings.proofFile, 'utf8') } };
    }),
  ];
}

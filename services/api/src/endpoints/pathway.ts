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
  ];
}

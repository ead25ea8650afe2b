import { pathwayEndpoints } from '@kaerimichi/contracts';
import { describePathway } from '@kaerimichi/discharge/chart';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';

/** The pathway for machines: made once, the same for everyone. */
export function pathwayImplementations(ports: ApiPorts) {
  const body = JSON.stringify(describePathway());
  return [implement(ports, pathwayEndpoints.pathway, async () => ({ ok: true, stored: { status: 200, body } }))];
}

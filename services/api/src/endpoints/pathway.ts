import { hash } from 'node:crypto';
import { pathwayEndpoints } from '@kaerimichi/contracts';
import { describePathway } from '@kaerimichi/discharge/chart';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';

/**
 * The pathway for machines: made when it is first asked for, which no start waits for, and the same for everyone. A
 * browser keeps it and asks whether it is still the same; that answer is empty, where the pathway is 283 kB.
 */
export function pathwayImplementations(ports: ApiPorts) {
  let made: ReturnType<typeof describe> | null = null;
  return [
    implement(ports, pathwayEndpoints.pathway, async () => {
      made ??= describe();
      return { ok: true, ...made };
    }),
  ];
}

function describe() {
  const body = JSON.stringify(describePathway());
  // Weak: compressed it is the same answer.
  const headers = { 'cache-control': 'private, no-cache', etag: `W/"${hash('sha256', body, 'base64url')}"` };
  return { stored: { status: 200, body }, headers };
}

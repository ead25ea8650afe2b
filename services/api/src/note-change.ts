import type { Viewer } from '@kaerimichi/access';
import type { ApiPorts } from './ports.ts';

type Actor = Pick<Viewer, 'person' | 'org' | 'role'> & { readonly membership: string | null };
/** `what`: ids, roles, flags and days; never a name. */
type Change = { readonly what: string; readonly outcome: string; readonly requestId: string };

/** That somebody changed who may do what: no case has a history of it. */
export function noteChange({ store }: ApiPorts, by: Actor, change: Change): void {
  const { person, membership, org, role } = by;
  store.log.write({ action: 'administration', person, membership, org, role, caseId: null, seq: null, ...change });
}

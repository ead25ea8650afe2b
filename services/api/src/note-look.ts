import type { Viewer } from '@kaerimichi/access';
import type { AccessEntry, RequestMeta } from '@kaerimichi/casework';
import type { ApiPorts } from './ports.ts';

type Noted = {
  /** A kind and, behind a space, which one by id; never whose. */
  readonly what: string;
  /** Cases in whose logs it stands; without any it stands in none: there is no case yet, or its lead is not told. */
  readonly cases?: readonly string[];
  readonly meta: Pick<RequestMeta, 'requestId'>;
};

/** Who looked at a child, or decided, where no case tells of it or two do. */
export function note(
  { store }: ApiPorts,
  { person, membership, org, role }: Viewer,
  { action, what, cases = [], meta: { requestId } }: Noted & { readonly action: AccessEntry['action'] },
): void {
  const by = { person, membership, org, role };
  for (const caseId of cases.length > 0 ? cases : [null])
    store.log.write({ action, ...by, caseId, seq: null, what, outcome: 'ok', requestId });
}

/** The same of a step that somebody took. */
export const noteStep = (ports: ApiPorts, viewer: Viewer, noted: Noted): void =>
  note(ports, viewer, { action: 'administration', ...noted });

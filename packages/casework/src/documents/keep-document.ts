import { randomUUID } from 'node:crypto';
import { keepsDocument } from '@kaerimichi/access';
import type { CaseworkPorts } from '../casework.ts';
import type { NewVersion } from '../documents-seen.ts';
import type { InTurn } from '../in-lanes.ts';
import { accepted, type Outcome } from '../outcome.ts';
import type { SignedIn } from '../ports.ts';
import { writeOwnEvent } from '../write-own-event.ts';

type Keeping = { readonly who: SignedIn; readonly caseId: string; readonly version: NewVersion };

/** Writes that a version was made, with all that stands on it. */
export async function keepDocument(
  ports: CaseworkPorts,
  inTurn: InTurn,
  { who, caseId, version }: Keeping,
): Promise<Outcome<{ id: string; version: number }>> {
  const { kind, rule, byDoctor, mayFamily, basis, whole, content, meta } = version;
  const id = randomUUID();
  const body = { documentId: id, paper: kind, byDoctor, mayFamily, basis, content };
  const written = await writeOwnEvent(ports, inTurn, {
    ...{ who, caseId, match: basis, meta },
    event: { type: 'document.drafted', body, texts: { whole } },
    allows: access => keepsDocument(rule, who.viewer, access),
  });
  return written.ok ? accepted({ id, version: written.answer.version }) : written;
}

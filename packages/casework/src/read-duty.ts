import { categoryRights, dutyTold } from '@kaerimichi/access';
import type { CaseworkPorts, LookMeta } from './casework.ts';
import { accepted, type Outcome } from './outcome.ts';
import type { SignedIn } from './ports.ts';
import { caseWithWay } from './view-case.ts';

type Question = { readonly who: SignedIn; readonly caseId: string; readonly meta: LookMeta };

/** Organisations of whose duty this person is told with a case; null: of none. */
export async function readDuty(ports: CaseworkPorts, question: Question): Promise<Outcome<readonly string[] | null>> {
  const seen = await caseWithWay(ports, { ...question, what: 'duty' });
  if (!seen.ok) return seen;
  const { loaded, access } = seen.answer;
  const { viewer } = question.who;
  return accepted(dutyTold(categoryRights(viewer, access), { facts: loaded.facts, own: viewer.org }));
}

import { categoryRights, seesFees } from '@kaerimichi/access';
import { tokyoDay } from '@kaerimichi/discharge';
import type { CaseworkPorts } from './casework.ts';
import { type FeeSeen, feesOf } from './fees/list-fees.ts';
import { accepted, type Outcome, type RequestMeta, refused } from './outcome.ts';
import type { SignedIn } from './ports.ts';
import { caseWithWay } from './view-case.ts';

type Question = { readonly who: SignedIn; readonly caseId: string; readonly meta: RequestMeta };

export async function readFees(ports: CaseworkPorts, question: Question): Promise<Outcome<readonly FeeSeen[]>> {
  const seen = await caseWithWay(ports, { ...question, what: 'fees' });
  if (!seen.ok) return seen;
  const { loaded, access } = seen.answer;
  if (!seesFees(categoryRights(question.who.viewer, access))) return refused({ code: 'not-permitted' });
  const house = await ports.store.houseStandards(loaded.facts.lead);
  return accepted(feesOf(loaded.facts, tokyoDay(ports.clock.now()), { house }));
}

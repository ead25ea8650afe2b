import { readsWhole } from '@kaerimichi/access';
import { tokyoDay } from '@kaerimichi/discharge';
import { planBack } from '@kaerimichi/discharge/chart';
import type { PlanQuestion, PlanSeen } from './answers-seen.ts';
import type { CaseworkPorts } from './casework.ts';
import { readerOf } from './entry-kind.ts';
import { farDay } from './far-days.ts';
import { accepted, type Outcome, refused } from './outcome.ts';
import type { SignedIn } from './ports.ts';
import { seenReason, toReason } from './reasons.ts';
import { stateOf } from './state-of.ts';
import { caseWithWay } from './view-case.ts';

type Question = PlanQuestion & { readonly who: SignedIn; readonly caseId: string };

export async function readPlan(ports: CaseworkPorts, question: Question): Promise<Outcome<PlanSeen | null>> {
  const seen = await caseWithWay(ports, { ...question, what: 'plan' });
  if (!seen.ok) return seen;
  const { loaded } = seen.answer;
  const reader = readerOf(question.who.viewer, loaded);
  if (!readsWhole(reader.rights, 'plan')) return accepted(null);
  const on = tokyoDay(ports.clock.now());
  const issues = farDay('target', question.target, on);
  if (issues.length > 0) return refused({ code: 'bad-input', issues });
  const plan = planBack(stateOf(loaded), { on, target: question.target });
  if (!plan) return accepted(null);
  const steps = plan.steps.map(({ unmet, ...step }) => ({
    ...step,
    reason: toReason(loaded.id, seenReason(unmet, reader)),
  }));
  return accepted({ ...plan, steps });
}

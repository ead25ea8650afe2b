import { readsWhole, seesFact } from '@kaerimichi/access';
import { type Day, tokyoDay } from '@kaerimichi/discharge';
import { positionOf } from '@kaerimichi/discharge/chart';
import type { CaseworkPorts } from '../casework.ts';
import { readerOf } from '../entry-kind.ts';
import { accepted, type Outcome, type RequestMeta } from '../outcome.ts';
import type { SignedIn } from '../ports.ts';
import { adultFor, caseWithWay } from '../view-case.ts';
import { readWritten } from '../written.ts';
import { adultOf, adultTypes } from './adult-seen.ts';
import type { AftercareSeen } from './aftercare-seen.ts';
import { bedStrip } from './bed-strip.ts';
import { evaluationsOf, evaluationTypes } from './evaluations-seen.ts';
import { followUpOf, followUpTypes } from './follow-ups-seen.ts';

type Question = {
  readonly who: SignedIn;
  readonly caseId: string;
  /** First day of the strip of beds; null: the first day of the next evaluation admission, or today. */
  readonly from: Day | null;
  readonly meta: RequestMeta;
};

/** 評価入院, 成人移行 and フォロー of a case: each as far as its category is read whole, with the entries that may be read. */
export async function readAftercare(ports: CaseworkPorts, question: Question): Promise<Outcome<AftercareSeen>> {
  const { who, from } = question;
  const seen = await caseWithWay(ports, { ...question, what: 'aftercare' });
  if (!seen.ok) return seen;
  const { loaded } = seen.answer;
  const { facts } = loaded;
  const reader = readerOf(who.viewer, loaded);
  const { rights } = reader;
  const types = [...evaluationTypes, ...adultTypes, ...followUpTypes];
  const entries = await readWritten(ports, { caseId: loaded.id, reader, types });
  const on = tokyoDay(ports.clock.now());
  const readsPlan = readsWhole(rights, 'plan');
  const asked = facts.evaluations.find(({ status }) => ['requested', 'bedHeld', 'admitted'].includes(status));
  const begins = asked?.from && asked.from > on ? asked.from : on;
  return accepted({
    evaluation: readsPlan
      ? { ...evaluationsOf(facts, entries), beds: await bedStrip(ports, { who, loaded, from: from ?? begins }) }
      : null,
    adult: readsPlan
      ? adultOf(facts, entries, {
          level: adultFor(positionOf(loaded.value).adult, rights),
          bornOn: readsWhole(rights, 'contacts') ? (facts.bornOn ?? null) : null,
          on,
        })
      : null,
    followUp: seesFact('followUps', rights)
      ? followUpOf(facts, entries, { readsFamily: readsWhole(rights, 'family'), on })
      : null,
  });
}

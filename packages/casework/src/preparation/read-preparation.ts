import { mayWrite, readsWhole, seesFact } from '@kaerimichi/access';
import { type Category, tokyoDay } from '@kaerimichi/discharge';
import type { CaseworkPorts } from '../casework.ts';
import { readerOf } from '../entry-kind.ts';
import { accepted, type Outcome, type RequestMeta } from '../outcome.ts';
import type { SignedIn } from '../ports.ts';
import { caseWithWay } from '../view-case.ts';
import { readWritten } from '../written.ts';
import { deviceListOf, deviceTypes } from './devices-seen.ts';
import { entitlementsOf, entitlementTypes } from './entitlements-seen.ts';
import type { PreparationSeen } from './preparation-seen.ts';
import { skillMatrixOf, skillTypes } from './skills-seen.ts';
import { staysOf, stayTypes } from './stays-seen.ts';

const types = [...skillTypes, ...deviceTypes, ...entitlementTypes, ...stayTypes];
/** What is recorded from these pages. */
const recorded = [...types, 'home.checked', 'trialStay.permitted', 'trialStay.begun', 'trialStay.notPlanned'];

type Question = { readonly who: SignedIn; readonly caseId: string; readonly meta: RequestMeta };

/**
 * 手技, 機器, 制度 and 外泊 of a case. Skills and stays are for whoever reads them whole; of devices and schemes a summary
 * tells which there are and how far they have come, without anything that was written of them.
 */
export async function readPreparation(ports: CaseworkPorts, question: Question): Promise<Outcome<PreparationSeen>> {
  const seen = await caseWithWay(ports, { ...question, what: 'preparation' });
  if (!seen.ok) return seen;
  const { loaded } = seen.answer;
  const { viewer } = question.who;
  const reader = readerOf(viewer, loaded);
  const reads = (category: Category) => readsWhole(reader.rights, category);
  const entries = await readWritten(ports, { caseId: loaded.id, reader, types });
  const on = tokyoDay(ports.clock.now());
  const { facts } = loaded;
  return accepted({
    needs: reads('clinical') ? facts.needs : [],
    skills: reads('skills') ? skillMatrixOf(facts, entries, on) : null,
    devices: seesFact('devices', reader.rights) ? deviceListOf(facts, entries, reads('skills')) : null,
    entitlements: seesFact('entitlements', reader.rights)
      ? entitlementsOf(facts, entries, { on, readsPlan: reads('money') })
      : null,
    stays: reads('plan') ? staysOf(facts, entries) : null,
    can: recorded.filter(type => mayWrite(viewer, loaded, type)),
  });
}

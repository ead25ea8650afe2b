import { type CaseFacts, handoffSectionIds, measureIds, runningEvaluation, staleHandoffs } from '@kaerimichi/discharge';
import type { Written } from '../written.ts';
import type { EvaluationSeen, EvaluationsSeen, FatigueSeen, MeasureSeen, ValueSeen } from './aftercare-seen.ts';
import { differenceOf } from './difference.ts';

/** Entries that evaluation admissions are told from. */
export const evaluationTypes = [
  'evaluation.requested',
  'evaluation.visited',
  'evaluation.measured',
  'evaluation.recorded',
] as const;

type Evaluation = CaseFacts['evaluations'][number];

/** Every evaluation admission, the newest first, and what its result leaves to be done. */
export function evaluationsOf(facts: CaseFacts, entries: readonly Written[]): Omit<EvaluationsSeen, 'beds'> {
  const running = runningEvaluation(facts);
  return {
    admissions: facts.evaluations.map(one => admissionOf(one, entries)).sort((a, b) => b.ordinal - a.ordinal),
    stale: staleHandoffs(facts).map(({ id, org = null, unwritten = [] }) => ({
      ...{ id, org },
      sections: (running?.touches ?? handoffSectionIds).filter(section => !unwritten.includes(section)),
    })),
    planIsOld:
      running?.resultSeq !== undefined &&
      running.changesCare === true &&
      (facts.plan?.seq ?? 0) <= (running.admittedSeq ?? 0),
  };
}

function admissionOf(evaluation: Evaluation, entries: readonly Written[]): EvaluationSeen {
  const { id, ordinal, status, from = null, to = null, bed, waiting } = evaluation;
  const own = entries.filter(({ event }) => event.body.evaluationId === id);
  const asked = own.find(({ event }) => event.type === 'evaluation.requested');
  const measured = entries.filter(({ event }) => event.type === 'evaluation.measured');
  const purposes = asked?.event.body.purposes;
  return {
    ...{ id, ordinal, status, from, to, bed: bed?.no ?? null },
    waitingSince: status === 'requested' ? (waiting?.since ?? null) : null,
    purposes: Array.isArray(purposes) ? purposes.map(String) : [],
    care: asked?.texts.care ?? null,
    wishes: asked?.texts.wishes ?? null,
    note: asked?.texts.note ?? null,
    visit: visitIn(own),
    values: valuesOf(id, measured),
    fatigue: own.flatMap(fatigueIn).reverse(),
    result: resultIn(evaluation, entries),
  };
}

const dayOf = ({ event }: Written) => event.occurredOn ?? event.on;
const byOf = ({ event: { by } }: Written) => ({ person: by.person, role: by.role });

function visitIn(own: readonly Written[]): EvaluationSeen['visit'] {
  const visit = own.findLast(({ event }) => event.type === 'evaluation.visited');
  if (!visit) return null;
  const { texts, event } = visit;
  return {
    ...{ on: dayOf(visit), by: byOf(visit), means: String(event.body.means) },
    ...{ findings: texts.findings ?? '', bring: texts.bring ?? null },
  };
}

/** Rows of which something is known. What was measured at home before an earlier stay stands there until it is measured anew. */
function valuesOf(id: string, measured: readonly Written[]): MeasureSeen[] {
  const last = (name: string, where: string, isOwn: boolean): ValueSeen | null => {
    const entry = measured.findLast(
      ({ event: { body }, texts }) => texts[name] && body.where === where && (!isOwn || body.evaluationId === id),
    );
    return entry ? { value: entry.texts[name] ?? '', on: dayOf(entry), by: byOf(entry) } : null;
  };
  return measureIds.flatMap(measure => {
    const home = last(measure, 'atHome', true) ?? last(measure, 'atHome', false);
    const hospital = last(measure, 'inHospital', true);
    if (!home && !hospital) return [];
    return [{ measure, home, hospital, difference: home && hospital && differenceOf(home.value, hospital.value) }];
  });
}

function fatigueIn(entry: Written): FatigueSeen[] {
  const { event, texts } = entry;
  const { fatigue, where } = event.body;
  if (event.type !== 'evaluation.measured' || typeof fatigue !== 'number') return [];
  return [
    {
      where: where === 'inHospital' ? 'inHospital' : 'atHome',
      ...{ level: fatigue, on: dayOf(entry), by: byOf(entry), note: texts.fatigueNote ?? null },
    },
  ];
}

function resultIn(
  { resultSeq, touches = [], goesTo }: Evaluation,
  entries: readonly Written[],
): EvaluationSeen['result'] {
  const entry = entries.find(({ event }) => event.type === 'evaluation.recorded' && event.seq === resultSeq);
  if (!entry) return null;
  return {
    ...{ on: dayOf(entry), by: byOf(entry), changesCare: entry.event.body.changesCare === true },
    ...{ result: entry.texts.result ?? '', changes: entry.texts.changes ?? null },
    touches,
    goesTo: goesTo ?? null,
  };
}

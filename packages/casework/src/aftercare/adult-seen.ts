import {
  type CaseFacts,
  type Day,
  legalAge,
  type ReadinessItem,
  type ReadinessLevel,
  readinessItems,
  readinessLevels,
} from '@kaerimichi/discharge';
import type { Written } from '../written.ts';
import type { AdultSeen, AdultServiceSeen, ReadinessSeen, Voice } from './aftercare-seen.ts';

/** Entries that the way into adult care is told from; what a young person keeps to itself is not among them. */
export const adultTypes = [
  'readiness.answered',
  'adult.serviceMapped',
  'adult.jointClinicDated',
  'adult.decisionSupported',
  'adult.reasonSigned',
] as const;

const voices = ['young', 'family', 'team'] as const satisfies readonly Voice[];
/** From “not yet” to “can”: nearer answers are how people see each other, and no gap. */
const FAR_APART = 2;

type Told = { readonly level: string; readonly bornOn: Day | null; readonly on: Day };

/** The way into adult care: who sees what alike, where each service goes, and what still stands before its end. */
export function adultOf(facts: CaseFacts, entries: readonly Written[], { level, bornOn, on }: Told): AdultSeen {
  const { adult } = facts;
  const of = (type: string) => entries.filter(({ event }) => event.type === type);
  const answers = of('readiness.answered');
  const services = adult?.services ?? [];
  const visits = adult?.visits ?? [];
  return {
    level,
    openedOn: adult?.openedOn ?? null,
    age: bornOn ? legalAge(bornOn, on) : null,
    readiness: readinessItems.map(item => readinessOf(item, answers)),
    said: answers.flatMap(said).reverse(),
    services: services.map(one => serviceOf(one, of('adult.serviceMapped'), visits)),
    clinics: clinicsIn(of('adult.jointClinicDated')),
    decision: decisionIn(of('adult.decisionSupported').at(-1)),
    signed: adult?.signedReason
      ? { on: adult.signedReason.on, reason: of('adult.reasonSigned').at(-1)?.texts.reason ?? null }
      : null,
    ended: adult?.ended ? { how: adult.ended.how, on: adult.ended.on } : null,
    closing: {
      mapped: services.length > 0 && services.every(({ state }) => ['seen', 'transferred', 'stays'].includes(state)),
      visited: visits.length > 0 || adult?.signedReason !== undefined,
    },
  };
}

const dayOf = ({ event }: Written): Day => event.occurredOn ?? event.on;
const byOf = ({ event: { by } }: Written) => ({ person: by.person, role: by.role });
const isLevel = (value: unknown): value is ReadinessLevel => readinessLevels.some(level => level === value);

function readinessOf(item: ReadinessItem, answers: readonly Written[]): ReadinessSeen {
  const lastOf = (voice: Voice): ReadinessLevel | null => {
    const entry = answers.findLast(({ event: { body } }) => body.by === voice && isLevel(body[item]));
    const level = entry?.event.body[item];
    return isLevel(level) ? level : null;
  };
  const found = { young: lastOf('young'), family: lastOf('family'), team: lastOf('team') };
  return { item, answers: found, gap: gapIn(found) };
}

/** Who sees most and who least, where one says “can” of what another says “not yet”. */
export function gapIn(answers: ReadinessSeen['answers']): ReadinessSeen['gap'] {
  const known = voices.flatMap(voice => {
    const level = answers[voice];
    return level === null ? [] : [{ voice, at: readinessLevels.indexOf(level) }];
  });
  const [most, least] = [Math.max(...known.map(({ at }) => at)), Math.min(...known.map(({ at }) => at))];
  if (most - least < FAR_APART) return null;
  const at = (asked: number) => known.filter(one => one.at === asked).map(({ voice }) => voice);
  return { most: at(most), least: at(least) };
}

function said(entry: Written): AdultSeen['said'] {
  const voice = voices.find(one => one === entry.event.body.by);
  const { note } = entry.texts;
  return voice && note ? [{ voice, on: dayOf(entry), by: byOf(entry), note }] : [];
}

type Service = NonNullable<CaseFacts['adult']>['services'][number];
type Visits = NonNullable<CaseFacts['adult']>['visits'];

function serviceOf({ service, state }: Service, mapped: readonly Written[], visits: Visits): AdultServiceSeen {
  const own = mapped.filter(({ event }) => event.body.service === service);
  const last = own.at(-1);
  return {
    ...{ service, state, on: last ? dayOf(last) : null },
    counterpart: own.findLast(({ texts }) => texts.counterpart)?.texts.counterpart ?? null,
    note: last?.texts.note ?? null,
    visits: visits.filter(visit => visit.service === service).map(({ on }) => on),
  };
}

/** Each joint clinic as it was written last, the next first. */
function clinicsIn(entries: readonly Written[]): AdultSeen['clinics'] {
  const last = new Map(entries.map(entry => [`${entry.event.body.service} ${entry.event.body.clinicOn}`, entry]));
  return [...last.values()]
    .map(entry => ({
      service: String(entry.event.body.service),
      on: String(entry.event.body.clinicOn),
      isHeld: entry.event.body.isHeld === true,
      note: entry.texts.note ?? null,
      by: byOf(entry),
    }))
    .sort((a, b) => (a.on < b.on ? 1 : -1));
}

function decisionIn(entry: Written | undefined): AdultSeen['decision'] {
  if (!entry) return null;
  const { decisionWay: way } = entry.event.body;
  const { supporters = null, note = null } = entry.texts;
  return { way: String(way), on: dayOf(entry), supporters, note };
}

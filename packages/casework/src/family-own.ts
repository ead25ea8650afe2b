import { answersReadiness, diaryStays, keepsPrivate, readinessVoice, tellsFollowUp } from '@kaerimichi/access';
import {
  askedPoint,
  mayKeepPrivate,
  procedure,
  type ReadinessItem,
  type ReadinessLevel,
  readinessItems,
  readinessLevels,
} from '@kaerimichi/discharge';
import type { CaseworkPorts } from './casework.ts';
import type { FamilySeen } from './family-seen.ts';
import type { LoadedCase } from './ports.ts';
import type { AtPage } from './project-family.ts';
import { readWritten, type Written } from './written.ts';

/** What a guardian is asked, with what it wrote itself and nobody else did. */
export type FamilyOwn = Pick<FamilySeen, 'ratings' | 'stay' | 'followUp' | 'readiness' | 'bring'>;

/** Nothing is asked once it is over: after a death least of all. */
export const nothingOwn: FamilyOwn = { ratings: [], stay: null, followUp: null, readiness: null, bring: null };

const ownTypes = [
  'skill.selfRated',
  'trialStay.noted',
  'followUp.familyAnswered',
  'readiness.answered',
  'readiness.keptPrivate',
];

/** What the guardian wrote itself: of nobody else in the family, whatever it was granted. */
export async function readOwn(ports: CaseworkPorts, loaded: LoadedCase, at: AtPage): Promise<FamilyOwn> {
  const { viewer, guardian } = at;
  const all = { skills: 'read', plan: 'read', family: 'read', clinical: 'read', protection: 'read' } as const;
  const reader = { viewer, rights: all, facts: loaded.facts };
  const types = [...ownTypes, 'evaluation.visited'];
  const written = await readWritten(ports, { caseId: loaded.id, reader, types });
  const own = written.filter(({ event }) => event.by.membership === viewer.membership);
  return {
    ratings: own.flatMap(toRating),
    stay: stayOf(own, loaded, at),
    followUp: followUpOf(own, loaded, at),
    readiness: readinessOf(own, loaded, at),
    bring: guardian.categories.includes('plan') ? bringOf(written, loaded) : null,
  };
}

const dayOf = ({ event }: Written) => event.occurredOn ?? event.on;

function toRating({ event: { type, body, on } }: Written): FamilyOwn['ratings'] {
  const of = procedure.safeParse(body.procedure);
  return type === 'skill.selfRated' && of.success ? [{ procedure: of.data, rating: Number(body.selfRating), on }] : [];
}

/** The diary of the stay that is, or was last. */
function stayOf(own: readonly Written[], { facts }: LoadedCase, { guardian }: AtPage): FamilyOwn['stay'] {
  const [stay] = diaryStays(guardian, facts);
  if (!stay) return null;
  const diary = own.flatMap(({ event: { type, body, at }, texts }) =>
    type === 'trialStay.noted' && body.stayId === stay.id
      ? [{ at, isProblem: body.isProblem === true, text: texts.diary ?? '' }]
      : [],
  );
  return { id: stay.id, from: stay.from, to: stay.to, isAway: stay.status === 'begun', diary };
}

function followUpOf(own: readonly Written[], { facts }: LoadedCase, { guardian, on }: AtPage): FamilyOwn['followUp'] {
  const point = tellsFollowUp(guardian, facts) ? askedPoint(facts, on) : null;
  if (!point) return null;
  const since = facts.discharged?.seq ?? 0;
  const said = own.findLast(
    ({ event: { type, body, seq } }) => type === 'followUp.familyAnswered' && body.point === point && seq > since,
  );
  if (!said) return { point, answer: null };
  const { body } = said.event;
  const { going = null, worry = null } = said.texts;
  const numbers = { sleepHours: Number(body.sleepHours), fatigue: Number(body.fatigue) };
  const unplannedVisits = Number(body.unplannedVisits);
  const answer = { ...numbers, unplannedVisits, wantsCall: body.wantsCall === true, going, worry };
  return { point, answer: { on: dayOf(said), ...answer } };
}

const isLevel = (value: unknown): value is ReadinessLevel => readinessLevels.some(level => level === value);
const isItem = (value: unknown): value is ReadinessItem => readinessItems.some(item => item === value);

function readinessOf(own: readonly Written[], { facts }: LoadedCase, { guardian, on }: AtPage): FamilyOwn['readiness'] {
  if (!answersReadiness(guardian, facts)) return null;
  const answered = own.filter(({ event }) => event.type === 'readiness.answered');
  const answers = Object.fromEntries(
    answered.flatMap(({ event }) =>
      Object.entries(event.body).filter(([item, level]) => isItem(item) && isLevel(level)),
    ),
  ) as Partial<Record<ReadinessItem, ReadinessLevel>>;
  const isOldEnough = keepsPrivate(guardian, facts) && mayKeepPrivate(facts, on);
  return { voice: readinessVoice(guardian), answers, own: isOldEnough ? own.flatMap(toPrivate).reverse() : null };
}

function toPrivate(entry: Written) {
  const { type, body } = entry.event;
  const { readinessItem: item } = body;
  return type === 'readiness.keptPrivate' && isItem(item)
    ? [{ item, on: dayOf(entry), text: entry.texts.own ?? '' }]
    : [];
}

/** Written for the family at the visit before the admission, as long as that is to come. */
function bringOf(written: readonly Written[], { facts }: LoadedCase): string | null {
  const next = facts.evaluations.find(({ status }) => status === 'requested' || status === 'bedHeld');
  const visit = written.findLast(
    ({ event: { type, body }, texts }) =>
      type === 'evaluation.visited' && body.evaluationId === next?.id && texts.bring,
  );
  return visit?.texts.bring ?? null;
}

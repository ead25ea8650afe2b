import {
  ALONE,
  askedProcedures,
  awaitsSecond,
  type CaseFacts,
  countAlone,
  type Day,
  isOfFamily,
  type Skill,
  standsAlone,
} from '@kaerimichi/discharge';
import type { Written } from '../written.ts';
import type { AssessmentSeen, DrillSeen, SkillCellSeen, SkillMatrixSeen, SkillStanding } from './preparation-seen.ts';

/** Entries that a matrix is told from. */
export const skillTypes = ['skill.assessed', 'skill.selfRated', 'drill.held'] as const;

/**
 * The matrix of a case on a day: procedures of the plan first, then what else is practised; everybody who learns, the family
 * first; of each cell how it stands and all that was seen and said of it, newest first.
 */
export function skillMatrixOf(facts: CaseFacts, entries: readonly Written[], on: Day): SkillMatrixSeen {
  const asked = askedProcedures(facts);
  const practised = facts.skills.map(({ procedure }) => procedure);
  const all = [...new Set([...asked.map(({ procedure }) => procedure), ...practised])];
  const cells = facts.skills.map(skill => cellOf(skill, entries, on));
  const learners = [...new Set([...facts.skills.map(({ caregiver }) => caregiver), ...ratersIn(entries)])];
  return {
    procedures: all.map(id => {
      const needed = asked.find(({ procedure }) => procedure === id)?.caregivers ?? null;
      return { id, needed, alone: countAlone(facts, id, on) };
    }),
    learners: learners
      .map(id => ({ id, isOfFamily: isOfFamily(id) }))
      .sort((a, b) => Number(b.isOfFamily) - Number(a.isOfFamily)),
    cells,
    drills: entries
      .filter(({ event }) => event.type === 'drill.held')
      .map(drillOf)
      .reverse(),
  };
}

/** Who rated themselves before any nurse saw them. */
const ratersIn = (entries: readonly Written[]): string[] =>
  entries.flatMap(({ event: { type, body } }) => (type === 'skill.selfRated' ? [String(body.caregiver)] : []));

function cellOf(skill: Skill, entries: readonly Written[], on: Day): SkillCellSeen {
  const { procedure, caregiver: learner, deviceModel = null, level, until = null, otherModel = false } = skill;
  const history = entries
    .filter(({ event: { type, body } }) => type !== 'drill.held' && isOf(body, { procedure, learner, deviceModel }))
    .map(assessmentOf)
    .reverse();
  const rated = history.find(({ selfRating }) => selfRating !== null);
  return {
    ...{ procedure, learner, device: deviceModel, level, on: skill.on, standing: standingOf(skill, on), until },
    otherModel,
    self: rated?.selfRating ? { rating: rated.selfRating, on: rated.on } : null,
    history,
  };
}

type Cell = { readonly procedure: string; readonly learner: string; readonly deviceModel: string | null };

/** What was seen on another device belongs to that cell; a caregiver rates a procedure, not a device. */
const isOf = (body: Written['event']['body'], { procedure, learner, deviceModel }: Cell): boolean =>
  body.procedure === procedure &&
  body.caregiver === learner &&
  (body.deviceModel === undefined || body.deviceModel === deviceModel);

function standingOf(skill: Skill, on: Day): SkillStanding {
  if (standsAlone(skill, on)) return 'alone';
  if (skill.level < ALONE) return 'learning';
  return awaitsSecond(skill) && !skill.otherModel && !skill.lapsedOn ? 'awaitsSecond' : 'again';
}

const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null);

const assessmentOf = ({ event, texts }: Written): AssessmentSeen => ({
  seq: event.seq,
  on: event.occurredOn ?? event.on,
  by: { person: event.by.person, role: event.by.role },
  level: numberIn(event.body.level),
  selfRating: numberIn(event.body.selfRating),
  device: typeof event.body.deviceModel === 'string' ? event.body.deviceModel : null,
  note: texts.note ?? null,
  media: texts.media ?? null,
});

const drillOf = ({ event, texts }: Written): DrillSeen => ({
  seq: event.seq,
  on: event.occurredOn ?? event.on,
  drill: String(event.body.drill),
  learner: String(event.body.caregiver),
  withoutHelp: event.body.withoutHelp === true,
  by: { person: event.by.person, role: event.by.role },
  note: texts.note ?? null,
});

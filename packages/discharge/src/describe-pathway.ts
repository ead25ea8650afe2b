import { codeWords, fieldCodeWords } from './code-words.ts';
import { columns } from './columns.ts';
import { deadlineKinds } from './deadline-kinds.ts';
import { pathwayVersion } from './discharge.ts';
import type { EventDefinition } from './event.ts';
import { eventDefinitions, isOfGrief, isRegionMove } from './events.ts';
import { formSchema } from './form.ts';
import { describeForm } from './form-traits.ts';
import { allMoves } from './moves.ts';
import { stageMetas } from './position.ts';
import { requirements } from './requirements.ts';

/** A deadline's kind says more than its name alone would. */
const dueWords = Object.fromEntries(Object.entries(deadlineKinds).map(([id, { label }]) => [`dueKind.${id}`, label]));

const describeEvent = (definition: EventDefinition, stages: string[]) => ({
  type: definition.type,
  kind: definition.kind,
  append: definition.append,
  stages,
  label: definition.label,
  todo: definition.todo,
  reading: definition.reading,
  alsoCalled: definition.alsoCalled ?? null,
  category: definition.category,
  form: describeForm(definition.form, definition.kind),
  schema: formSchema(definition),
});

/** The pathway for machines and for the console: stages, columns, events with form schemas, requirements and arrows. */
export function describePathway() {
  const moves = allMoves();
  const stages = [...stageMetas].map(([id, { label, column, phase, forward, guideDays }]) => ({
    id,
    label,
    column,
    phase,
    forward,
    guideDays: guideDays ?? null,
  }));
  const events = eventDefinitions.map(definition => describeEvent(definition, stagesOf(definition)));
  return {
    version: pathwayVersion,
    stages,
    // A rule set may say how many cases are enough; the program has no such number.
    columns: columns.map(column => ({ ...column, limit: null })),
    events,
    requirements: [...requirements.values()].map(({ id, text, todo, waivable, fix }) => ({
      id,
      text,
      todo,
      waivable,
      fix,
    })),
    moves: moves.map(({ from, event, to, how, params }) => ({
      from,
      event,
      to: how ? `closed.${how}` : to,
      requirements: params.needs,
    })),
    words: { ...codeWords, ...fieldCodeWords, ...dueWords },
  };

  /** Stages in which an event is accepted; empty means every open stage. */
  function stagesOf({ type, kind }: EventDefinition): string[] {
    if (isOfGrief(type)) return ['closed'];
    // The adult region stands beside every open stage.
    if (kind !== 'move' || isRegionMove(type)) return [];
    const from = new Set(moves.filter(({ event }) => event === type).map(move => move.from));
    const isEverywhere = [...stageMetas.keys()].every(stage => stage === 'closed' || from.has(stage));
    return isEverywhere ? [] : [...from];
  }
}

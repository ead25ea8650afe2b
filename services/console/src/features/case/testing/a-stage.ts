import type { Pathway } from '@kaerimichi/contracts';

type Stage = Pathway['stages'][number];

/** A stage of a pathway for tests, in a column of its own. */
export function aStage(id: string, over: Partial<Stage> = {}): Stage {
  return { id, label: { ja: id, en: id }, column: id, phase: 'P1', forward: null, guideDays: null, ...over };
}

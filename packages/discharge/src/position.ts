import type { StateValue } from 'xstate';
import type { CaseFacts } from './facts.ts';
import { closedNode, mainNode } from './nodes.ts';
import type { Region } from './region.ts';
import type { StageMeta } from './setup.ts';
import { isAdultActive } from './tracks/adult/level.ts';

/** Where a case stands, read from the stored state value. */
export type Position = {
  readonly stage: string;
  /** Sub-step of the evaluation admission, or how a case was closed. */
  readonly step: string | null;
  readonly tracks: Readonly<Record<Exclude<Region, 'main' | 'adult'>, string>>;
  readonly adult: string;
  readonly isOpen: boolean;
};

type OpenValue = Record<Region, StateValue>;

const closedTracks = { community: 'closed', training: 'closed', equipment: 'closed', entitlements: 'closed' } as const;

export function positionOf(value: unknown): Position {
  // The value was written by this machine and is checked on load by restoring it.
  const { open, closed } = value as { open?: OpenValue; closed?: string };
  if (!open) return { stage: 'closed', step: closed ?? null, tracks: closedTracks, adult: 'none', isOpen: false };
  const { main, adult, ...tracks } = open;
  const [stage, step] = typeof main === 'string' ? [main, null] : (Object.entries(main)[0] ?? ['', null]);
  return {
    stage,
    step: typeof step === 'string' ? step : null,
    tracks: tracks as Position['tracks'],
    adult: String(adult),
    isOpen: true,
  };
}

/** What the chart says about each stage, in the chart's order; `closed` last. */
export const stageMetas: ReadonlyMap<string, StageMeta> = new Map(
  [...Object.entries(mainNode.states), ['closed', closedNode] as const].map(([stage, node]) => [
    stage,
    // setup() types meta as possibly absent; the conformance test asks every stage for its own.
    node.config.meta as StageMeta,
  ]),
);

/** The board column of a case: a child at home whose transition runs stands in the adult column. */
export function columnOf(position: Position): { column: string; phase: string } {
  if ((position.stage === 'followUp' || position.stage === 'stableAtHome') && isAdultActive(position.adult))
    return { column: 'adult', phase: 'P4' };
  const meta = stageMetas.get(position.stage);
  return { column: meta?.column ?? 'closed', phase: meta?.phase ?? '-' };
}

/** Flags on the card: discharged at 15 or later, exception in force, adopted, evaluation origin. */
export function flagsOf(facts: CaseFacts, position: Position): string[] {
  const evaluation = facts.evaluations.find(({ status }) => status === 'admitted' || status === 'evaluated');
  return [
    ...(facts.discharged?.at15OrOlder ? ['discharged15'] : []),
    ...(facts.waivers.some(({ entry }) => entry === facts.entry.seq) ? ['exception'] : []),
    ...(facts.adopted ? ['adopted'] : []),
    ...(position.stage === 'trialStay' ? ['onTrialStay'] : []),
    ...(position.stage === 'readmission' ? ['readmitted'] : []),
    ...(evaluation?.origin ? [evaluation.origin === 'home' ? 'evaluationFromHome' : 'evaluationFromWard'] : []),
    ...(position.step === 'deceased' ? ['deceased'] : []),
  ];
}

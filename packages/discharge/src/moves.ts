import { type EventType, eventsByType } from './events.ts';
import { adultNode, closedNode, mainNode, openNode } from './nodes.ts';
import { positionOf, stageMetas } from './position.ts';
import type { MeetsParams } from './setup.ts';

/** One arrow of the chart: from a stage by a move to a target, with the requirements that its guard enforces. */
export type Move = {
  readonly from: string;
  readonly event: EventType;
  /** Stage that is entered; a region's own move stays in the stage. */
  readonly to: string;
  /** Closing, for targets within `closed`. */
  readonly how: string | null;
  readonly params: MeetsParams;
  readonly isForward: boolean;
};

const noParams: MeetsParams = { needs: [] };

type Transition = {
  target?: readonly { key: string; path: string[] }[] | undefined;
  guard?: unknown;
  eventType: string;
};

function paramsOf(guard: unknown): MeetsParams {
  const params = (guard as { params?: unknown } | undefined)?.params;
  return params ? (params as MeetsParams) : noParams;
}

/** Arrows that leave one node by moves; facts and eventless transitions are filtered out by kind. */
function arrowsOf(from: string, transitions: Iterable<readonly Transition[]>): Move[] {
  return [...transitions].flat().flatMap(({ target, guard, eventType }) => {
    if (eventsByType.get(eventType)?.kind !== 'move') return [];
    const path = target?.[0]?.path;
    const to = path ? stageOfPath(path) : from;
    return [
      {
        from,
        event: eventType as EventType,
        to,
        how: path?.[0] === 'closed' ? (path[1] ?? null) : null,
        params: paramsOf(guard),
        isForward: stageMetas.get(from)?.forward === eventType,
      },
    ];
  });
}

const stageOfPath = (path: readonly string[]) => (path[0] === 'closed' ? 'closed' : (path[2] ?? ''));

const everywhere = (from: string) => arrowsOf(from, openNode.transitions.values());
const adultStates = Object.entries(adultNode.states);

/** The same lists that the guards enforce, read back from the machine, by stage. */
const byStage: ReadonlyMap<string, readonly Move[]> = new Map(
  Object.entries(mainNode.states).map(([stage, node]) => [
    stage,
    [...arrowsOf(stage, node.transitions.values()), ...everywhere(stage)],
  ]),
);
const byClosing = new Map(
  Object.entries(closedNode.states).map(([how, node]) => [how, arrowsOf('closed', node.transitions.values())]),
);
const byAdult = new Map(adultStates.map(([level, node]) => [level, node]));

/** Every move that the chart has where a case stands, whether or not its requirements are met. */
export function movesFrom(value: unknown): readonly Move[] {
  const position = positionOf(value);
  if (!position.isOpen) return byClosing.get(position.step ?? '') ?? [];
  const adult = byAdult.get(position.adult);
  const stageMoves = byStage.get(position.stage) ?? [];
  return adult ? [...stageMoves, ...arrowsOf(position.stage, adult.transitions.values())] : stageMoves;
}

/** The whole chart as a list of arrows, for documents, drawings and searches. */
export function allMoves(): readonly Move[] {
  const adult = new Map<string, Move>();
  for (const [, node] of adultStates)
    for (const move of arrowsOf('followUp', node.transitions.values())) adult.set(move.event, move);
  const closings = [...byClosing.values()].flat();
  return [...[...byStage.values()].flat(), ...adult.values(), ...closings];
}

/** Every move out of a stage wherever a case stands, those into one way of closing once. */
export function movesOfStage(stage: string): readonly Move[] {
  const seen = new Set<string>();
  return allMoves().filter(({ from, event, to }) => {
    const key = `${event} ${to}`;
    if (from !== stage || from === to || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The forward move of a stage, with the requirements of its first target. */
export function forwardMove(stage: string): Move | null {
  return byStage.get(stage)?.find(({ isForward }) => isForward) ?? null;
}

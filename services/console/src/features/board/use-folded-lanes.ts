import { usePreferences, useServices } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { withFolded } from './folded-lanes.ts';
import type { BoardView } from './use-board-view.ts';

const none: readonly string[] = [];

/**
 * Lanes that this membership folded away in this view, kept in this browser. On a phone none is, where there is nothing
 * to unfold one with.
 */
export function useFoldedLanes({ view, lanes }: Pick<BoardView, 'view' | 'lanes'>, isNarrow: boolean) {
  const { me } = useWorkplace();
  const { preferences } = useServices();
  const kept = usePreferences().foldedLanes;
  const key = [me.membership.id, view ?? '', lanes].join(' ');
  const foldedLanes = isNarrow || lanes === 'none' ? none : (kept[key] ?? none);
  const foldLane = (lane: string) => {
    const next = foldedLanes.includes(lane) ? foldedLanes.filter(other => other !== lane) : [...foldedLanes, lane];
    preferences.set({ foldedLanes: withFolded(kept, key, next) });
  };
  return { foldedLanes, foldLane };
}

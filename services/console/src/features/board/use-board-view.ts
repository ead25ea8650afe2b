import { useCallback, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { densities, type Preferences } from '../../app/preferences.ts';
import { usePreferences, useServices } from '../../app/services.tsx';
import { type Filters, noFilters, readFilters, writeFilters } from './filters.ts';
import type { LaneBy } from './placing.ts';

export type BoardView = {
  readonly filters: Filters;
  readonly lanes: LaneBy;
  readonly density: Preferences['density'];
  /** Case whose side sheet is open. */
  readonly open: string | null;
  readonly setFilters: (filters: Filters) => void;
  readonly clear: () => void;
  readonly setLanes: (lanes: LaneBy) => void;
  readonly setDensity: (density: Preferences['density']) => void;
  readonly setOpen: (id: string | null) => void;
};

/**
 * The view stands in the URL, so that it can be sent to a colleague; lanes and density are remembered too. What was typed
 * may be a name: it lies in the browser's own history beside the URL, and goes to nobody.
 */
export function useBoardView(): BoardView {
  const [search, setSearch] = useSearchParams();
  const kept = usePreferences();
  const { preferences } = useServices();
  const { state } = useLocation();
  const text = textOf(state);
  const filters = useMemo(() => ({ ...readFilters(search), text }), [search, text]);
  const lanes = search.get('lanes') ?? kept.lanes;
  const density = densities.find(choice => choice === search.get('density')) ?? kept.density;
  const put = useCallback(
    (name: string, value: string | null) =>
      setSearch(
        now => {
          const next = new URLSearchParams(now);
          if (value === null) next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace: true, state: { text } },
      ),
    [setSearch, text],
  );
  const setFilters = useCallback(
    (next: Filters) => setSearch(now => writeFilters(now, next), { replace: true, state: { text: next.text } }),
    [setSearch],
  );
  return {
    filters,
    lanes: lanes === 'lead' ? 'lead' : 'none',
    density,
    open: search.get('open'),
    setFilters,
    clear: useCallback(() => setFilters(noFilters), [setFilters]),
    setLanes: value => {
      preferences.set({ lanes: value });
      put('lanes', value);
    },
    setDensity: value => {
      preferences.set({ density: value });
      put('density', value);
    },
    setOpen: useCallback((id: string | null) => put('open', id), [put]),
  };
}

/** What stands beside an entry of the browser's history is anybody's: only a text of ours is one. */
const textOf = (state: unknown): string =>
  typeof state === 'object' && state !== null && 'text' in state && typeof state.text === 'string' ? state.text : '';

import { useCallback, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { usePreferences, useServices } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { type BoardSettings, readSettings, writeLimits, writeSettings } from './board-settings.ts';
import { type Filters, noFilters, readFilters, writeFilters } from './filters.ts';
import { lanesOfRole } from './standard-views.ts';

export type BoardView = Omit<BoardSettings, 'filters'> & {
  readonly filters: Filters;
  /** All of it but the text, as a saved view keeps it. */
  readonly settings: BoardSettings;
  /** View that this began as: the id of a saved one, or of one that everybody has. */
  readonly view: string | null;
  /** Case whose side sheet is open. */
  readonly open: string | null;
  readonly setFilters: (filters: Filters) => void;
  readonly clear: () => void;
  readonly setLanes: (lanes: BoardSettings['lanes']) => void;
  readonly setDensity: (density: BoardSettings['density']) => void;
  readonly setColumns: (columns: BoardSettings['columns']) => void;
  readonly setLimits: (limits: BoardSettings['limits']) => void;
  readonly setOpen: (id: string | null) => void;
  /** Looks at the board as a view does; what was typed goes. */
  readonly choose: (view: string | null, settings: BoardSettings) => void;
};

/**
 * The view stands in the URL, so that it can be sent to a colleague; lanes and density are remembered too. What was typed
 * may be a name: it lies in the browser's own history beside the URL, and goes to nobody.
 */
export function useBoardView(): BoardView {
  const [search, setSearch] = useSearchParams();
  const { density, lanes: chosen } = usePreferences();
  const { role } = useWorkplace().me.membership;
  const { preferences } = useServices();
  const { state } = useLocation();
  const text = textOf(state);
  const lanes = chosen ?? lanesOfRole(role);
  const asked = withoutOpen(search);
  const filters = useMemo(() => ({ ...readFilters(new URLSearchParams(asked)), text }), [asked, text]);
  const settings = useMemo(() => readSettings(new URLSearchParams(asked), { density, lanes }), [asked, density, lanes]);
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
    ...settings,
    filters,
    settings,
    view: search.get('view'),
    open: search.get('open'),
    setFilters,
    clear: useCallback(() => setFilters(noFilters), [setFilters]),
    setLanes: lanes => {
      preferences.set({ lanes });
      put('lanes', lanes);
    },
    setDensity: density => {
      preferences.set({ density });
      put('density', density);
    },
    setColumns: columns => put('columns', columns.join(',')),
    setLimits: limits => put('limits', writeLimits(limits) || null),
    setOpen: useCallback((id: string | null) => put('open', id), [put]),
    choose: useCallback(
      (view, chosen) => setSearch(now => writeSettings(now, chosen, view), { state: { text: '' } }),
      [setSearch],
    ),
  };
}

/** What of the address says how the board is looked at: a card that is opened filters and places nothing anew. */
function withoutOpen(search: URLSearchParams): string {
  const asked = new URLSearchParams(search);
  asked.delete('open');
  return asked.toString();
}

/** What stands beside an entry of the browser's history is anybody's: only a text of ours is one. */
const textOf = (state: unknown): string =>
  typeof state === 'object' && state !== null && 'text' in state && typeof state.text === 'string' ? state.text : '';

import type { SavedView, ViewScope, ViewSettings } from '@kaerimichi/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { routes } from '../../api/routes.ts';
import { useKeyedWrite } from '../../api/use-keyed-write.ts';
import { useApi } from '../../app/services.tsx';
import type { BoardSettings } from './board-settings.ts';

const KEY = ['views'];

/** The views that this person may open, and where one may be saved. */
export function useSavedViews() {
  const api = useApi();
  return useQuery({ queryKey: KEY, queryFn: ({ signal }) => api.call(routes.views, { signal }) });
}

/** The address may say anything: the server refuses what is no code and no id. */
const toSend = (settings: BoardSettings): ViewSettings => settings as unknown as ViewSettings;

type New = { readonly name: string; readonly scope: ViewScope; readonly settings: BoardSettings };

/** Saves, overwrites and removes; the list is asked for anew after each. */
export function useViewWrites() {
  const api = useApi();
  const client = useQueryClient();
  const again = useCallback(() => client.invalidateQueries({ queryKey: KEY }), [client]);
  const save = useKeyedWrite(({ settings, ...rest }: New, key) =>
    api.call(routes.saveView, { body: { ...rest, settings: toSend(settings) }, key }),
  );
  const overwrite = useKeyedWrite(({ view, settings }: { view: SavedView; settings: BoardSettings }, key) => {
    const body = { settings: toSend(settings), version: view.version };
    return api.call(routes.changeView, { params: { id: view.id }, body, key });
  });
  return {
    save: async (wish: New) => {
      const saved = await save(wish);
      await again();
      return saved;
    },
    // What somebody else made of it meanwhile is shown beside the refusal.
    overwrite: (view: SavedView, settings: BoardSettings) => overwrite({ view, settings }).finally(again),
    remove: async (view: SavedView) => {
      await api.call(routes.removeView, { params: { id: view.id } });
      await again();
    },
  };
}

import type { Wall } from '@kaerimichi/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { Api } from '../../api/api.ts';
import { problemOf } from '../../api/problem-error.ts';
import { wallRoutes } from '../../api/wall-routes.ts';
import { useApi } from '../../app/services.tsx';
import { useNewBuild } from '../../app/use-new-version.ts';
import { createWallLive } from './wall-live.ts';

/** Nobody is this screen here: no link was opened, it is used up, or the screen was revoked. */
export const isNoScreen = (error: unknown): boolean =>
  ['sign-in', 'not-found', 'bad-input'].includes(problemOf(error)?.code ?? '');

const RETRY_MS = 15_000;

/** The address of the invented world's own display, which needs no link. */
const DEMO = 'demo';

/** Noted here once this browser has been a display: before, there is none to be asked for. */
const ENTERED = 'kaerimichi.wall';

async function enter(api: Api, id: string, signal: AbortSignal): Promise<Wall> {
  const wall = await enterAs(api, id, signal);
  window.localStorage.setItem(ENTERED, wall.screen.id);
  return wall;
}

/** With the link in the fragment, which no log and no referrer ever sees; else as the screen that this browser is. */
async function enterAs(api: Api, id: string, signal: AbortSignal): Promise<Wall> {
  const token = window.location.hash.slice(1);
  // What is used up need not stand in the browser's history.
  if (token !== '') window.history.replaceState(null, '', window.location.pathname);
  else if (id === DEMO && window.localStorage.getItem(ENTERED) === null) return api.call(wallRoutes.demoWall, {});
  try {
    if (token !== '') return await api.call(wallRoutes.enterWall, { body: { token } });
  } catch (fault) {
    // A link that was used may be this browser's own, opened a second time.
    if (!isNoScreen(fault)) throw fault;
  }
  try {
    return await api.call(wallRoutes.wall, { signal, isQuiet: true });
  } catch (fault) {
    if (id !== DEMO || !isNoScreen(fault)) throw fault;
    return api.call(wallRoutes.demoWall, {});
  }
}

/** Which screen this browser is. */
export function useWall(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['wall', id],
    queryFn: ({ signal }) => enter(api, id, signal),
    staleTime: Infinity,
    refetchOnReconnect: false,
    // A television is on before its network is: it tries until somebody says that it is no screen.
    retry: (_tries, fault) => !isNoScreen(fault),
    retryDelay: tries => Math.min(RETRY_MS, 1_000 * 2 ** tries),
  });
}

/** The live board, and what the screen is by now. */
export function useWallLive(opened: Wall) {
  const api = useApi();
  const client = useQueryClient();
  const [live] = useState(() => createWallLive(api));
  const [wall, setWall] = useState(opened);
  const end = useCallback(() => void client.invalidateQueries({ queryKey: ['wall'] }), [client]);
  useEffect(() => live.start({ onWall: setWall, onEnded: end }), [live, end]);
  const isNew = useNewBuild(live);
  useEffect(() => {
    // Nobody writes anything here that would be lost.
    if (isNew) window.location.reload();
  }, [isNew]);
  const hide = useCallback(() => {
    setWall(now => ({ ...now, sightUntil: null }));
    api.call(wallRoutes.lockWall, {}).catch(() => undefined); // The server's own clock takes it back.
  }, [api]);
  return { live, wall, hide };
}

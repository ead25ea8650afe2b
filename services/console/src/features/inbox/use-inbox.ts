import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { routes } from '../../api/routes.ts';
import { useApi, useSelected } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';

/** Everything that changes it somewhere else is heard of by then; what one does oneself at once. */
const ASK_AGAIN_MS = 60_000;

/** 通知: what one has not been told of yet. Asked for after the first board, which everybody waits for. */
export function useInbox() {
  const api = useApi();
  const { me, live } = useWorkplace();
  const isLoaded = useSelected(live.board, state => state.isLoaded);
  return useQuery({
    queryKey: ['inbox'],
    queryFn: ({ signal }) => api.call(routes.inbox, { signal, isQuiet: true }),
    enabled: me.abilities.board && isLoaded,
    refetchInterval: ASK_AGAIN_MS,
    refetchOnWindowFocus: true,
    staleTime: 5_000,
  });
}

const CHANNEL = 'kaerimichi.inbox';

/** Asks for it anew here and in the other windows of this browser. */
export function useRefreshInbox(): () => void {
  const client = useQueryClient();
  return useCallback(() => {
    void client.invalidateQueries({ queryKey: ['inbox'] });
    const channel = new BroadcastChannel(CHANNEL);
    channel.postMessage('read');
    channel.close();
  }, [client]);
}

/** Hears of what was read in another window. */
export function useReadElsewhere(): void {
  const client = useQueryClient();
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL);
    channel.addEventListener('message', () => void client.invalidateQueries({ queryKey: ['inbox'] }));
    return () => channel.close();
  }, [client]);
}

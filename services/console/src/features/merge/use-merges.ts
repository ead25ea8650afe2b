import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { routes } from '../../api/routes.ts';
import { useAskedBefore } from '../../api/use-asked-before.ts';
import { useApi } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';

/** A match is found beside every case, so that no card tells of it: the list asks again by itself. */
const ASK_AGAIN_MS = 30_000;

export type Box = 'open' | 'decided';

export function useMerges(box: Box = 'open') {
  const api = useApi();
  const { me } = useWorkplace();
  const isAgain = useAskedBefore();
  return useInfiniteQuery({
    queryKey: ['merges', 'list', box],
    enabled: me.abilities.merges,
    refetchInterval: box === 'open' && ASK_AGAIN_MS,
    staleTime: 0,
    initialPageParam: '',
    queryFn: ({ pageParam: before, signal }) => {
      const query = { ...(box === 'decided' && { decided: '1' as const }), ...(before !== '' && { before }) };
      return api.call(routes.merges, { query, signal, isQuiet: isAgain(box) });
    },
    getNextPageParam: page => page.next,
  });
}

export function useMerge(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['merges', 'one', id],
    queryFn: ({ signal }) => api.call(routes.merge, { params: { id }, signal }),
  });
}

/** In how many pairs there is something for this person to do. `isAwaited`: it is asked for the first time. */
export function useWaitingMerges(): { readonly n: number; readonly isAwaited: boolean } {
  const { data, isLoading } = useMerges();
  const pairs = data?.pages.flatMap(({ merges }) => merges) ?? [];
  const isForUs = ({ can }: (typeof pairs)[number]) => can.includes('propose') || can.includes('confirm');
  return { n: pairs.filter(isForUs).length, isAwaited: isLoading };
}

import { useQuery } from '@tanstack/react-query';
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
  return useQuery({
    queryKey: ['merges', 'list', box],
    enabled: me.abilities.merges,
    refetchInterval: ASK_AGAIN_MS,
    staleTime: 0,
    queryFn: ({ signal }) =>
      api.call(routes.merges, { query: box === 'decided' ? { decided: '1' } : {}, signal, isQuiet: isAgain(box) }),
  });
}

export function useMerge(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['merges', 'one', id],
    queryFn: ({ signal }) => api.call(routes.merge, { params: { id }, signal }),
  });
}

/** In how many pairs there is something for this person to do. */
export const useWaitingMerges = (): number =>
  useMerges().data?.merges.filter(({ can }) => can.includes('propose') || can.includes('confirm')).length ?? 0;

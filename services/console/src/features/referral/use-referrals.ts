import type { NewReferral, ReferralDecision } from '@kaerimichi/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { routes } from '../../api/routes.ts';
import { useAskedBefore } from '../../api/use-asked-before.ts';
import { useKeyedWrite } from '../../api/use-keyed-write.ts';
import { useApi } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';

/** A referral has no case yet, so that no card tells of it: its lists ask again by themselves. */
const ASK_AGAIN_MS = 15_000;

export type Box = 'in' | 'out';

export function useReferrals(box: Box) {
  const api = useApi();
  const isAgain = useAskedBefore();
  return useQuery({
    queryKey: ['referrals', box],
    refetchInterval: ASK_AGAIN_MS,
    staleTime: 0,
    queryFn: ({ signal }) => api.call(routes.referrals, { query: { box }, signal, isQuiet: isAgain(box) }),
  });
}

export function useReferral(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['referrals', 'one', id],
    queryFn: ({ signal }) => api.call(routes.referral, { params: { id }, signal }),
  });
}

/**
 * How many referrals wait for this person's organisation to answer: the number alone, which nobody looks at a child by.
 * `isAwaited`: it is asked for the first time.
 */
export function useWaiting(): { readonly n: number; readonly isAwaited: boolean } {
  const api = useApi();
  const { me } = useWorkplace();
  const { data, isLoading } = useQuery({
    queryKey: ['referrals', 'waiting'],
    enabled: me.abilities.register,
    refetchInterval: ASK_AGAIN_MS,
    staleTime: 0,
    queryFn: ({ signal }) => api.call(routes.waitingReferrals, { signal, isQuiet: true }),
  });
  return { n: data?.count ?? 0, isAwaited: isLoading };
}

/** Sends a referral. */
export function useSendReferral() {
  const api = useApi();
  const client = useQueryClient();
  const mutationFn = useKeyedWrite(
    (body: NewReferral, key) => api.call(routes.sendReferral, { body, key }),
    body => ['referral', body],
  );
  return useMutation({
    mutationFn,
    onSuccess: () => void client.invalidateQueries({ queryKey: ['referrals'] }),
  });
}

export function useDecide(id: string) {
  const api = useApi();
  const client = useQueryClient();
  const mutationFn = useKeyedWrite((body: ReferralDecision, key) =>
    api.call(routes.decideReferral, { params: { id }, body, key }),
  );
  return useMutation({
    mutationFn,
    onSettled: () => client.invalidateQueries({ queryKey: ['referrals'] }),
  });
}

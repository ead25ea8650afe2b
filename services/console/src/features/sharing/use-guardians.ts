import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AnswerOf, BodyOf } from '../../api/route.ts';
import { routes } from '../../api/routes.ts';
import { useAskedBefore } from '../../api/use-asked-before.ts';
import { useKeyedWrite } from '../../api/use-keyed-write.ts';
import { useApi } from '../../app/services.tsx';

/** A family comes in on a telephone of its own, and no event of the case says so. */
const LOOK_MS = 5_000;

const keyOf = (id: string) => ['guardians', id] as const;

/** Whom of a child's family the lead invited, and how far each has come. */
export function useGuardians(id: string) {
  const api = useApi();
  const isAgain = useAskedBefore();
  return useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => api.call(routes.guardians, { params: { id }, signal, isQuiet: isAgain(id) }),
    refetchInterval: LOOK_MS,
  });
}

export type Guardian = AnswerOf<typeof routes.guardians>['guardians'][number];
export type Invited = AnswerOf<typeof routes.invite>;
export type Invitation = BodyOf<typeof routes.invite>;

/** Invites; the same content pressed twice counts once. */
export function useInvite(id: string, onInvited: (invited: Invited) => void) {
  const api = useApi();
  const client = useQueryClient();
  const mutationFn = useKeyedWrite((body: Invitation, key) => api.call(routes.invite, { params: { id }, body, key }));
  return useMutation({
    mutationFn,
    onSuccess: invited => {
      onInvited(invited);
      return client.invalidateQueries({ queryKey: keyOf(id) });
    },
  });
}

/** A new code for the same guardian; pressed twice counts once. */
export function useRenew(id: string, onRenewed: (renewed: AnswerOf<typeof routes.renewGuardian>) => void) {
  const api = useApi();
  const client = useQueryClient();
  const mutationFn = useKeyedWrite((guardian: string, key) =>
    api.call(routes.renewGuardian, { params: { id, guardian }, key }),
  );
  return useMutation({
    mutationFn,
    onSuccess: renewed => {
      onRenewed(renewed);
      return client.invalidateQueries({ queryKey: keyOf(id) });
    },
  });
}

export type Rights = BodyOf<typeof routes.changeGuardian>;

export function useChangeRights(id: string, guardian: string, onChanged: () => void) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Rights) => api.call(routes.changeGuardian, { params: { id, guardian }, body }),
    onSuccess: () => {
      onChanged();
      return client.invalidateQueries({ queryKey: keyOf(id) });
    },
  });
}

export function useWithdraw(id: string, onWithdrawn: () => void) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (guardian: string) => api.call(routes.withdrawGuardian, { params: { id, guardian } }),
    onSuccess: () => {
      onWithdrawn();
      return client.invalidateQueries({ queryKey: keyOf(id) });
    },
  });
}

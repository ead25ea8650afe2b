import type { Inbox, NoticeGroup } from '@kaerimichi/contracts';
import type { NoticeKind } from '@kaerimichi/discharge';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { useRefreshInbox } from './use-inbox.ts';

type Read = Pick<NoticeGroup, 'caseId' | 'version'>;

/** Without these cases: they were read. */
export function withoutCases(inbox: Inbox, read: readonly Read[]): Inbox {
  const isLeft = ({ caseId }: Read) => !read.some(other => other.caseId === caseId);
  return { ...inbox, turn: inbox.turn.filter(isLeft), changes: inbox.changes.filter(isLeft) };
}

/** Marks groups as read without opening their cases; gone at once, and back again where that failed. */
export function useMarkRead() {
  const api = useApi();
  const client = useQueryClient();
  const refresh = useRefreshInbox();
  return useMutation({
    mutationFn: (groups: readonly Read[]) =>
      api.call(routes.readInbox, { body: { cases: groups.map(({ caseId, version }) => ({ caseId, version })) } }),
    onMutate: groups => {
      client.setQueryData<Inbox>(['inbox'], now => now && withoutCases(now, groups));
    },
    onSettled: refresh,
  });
}

/** Sets what one wants to hear of one case no more. */
export function useMute() {
  const api = useApi();
  const refresh = useRefreshInbox();
  return useMutation({
    mutationFn: (body: { caseId: string; kinds: NoticeKind[] }) => api.call(routes.muteInbox, { body }),
    onSettled: refresh,
  });
}

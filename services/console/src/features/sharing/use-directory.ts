import { useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '../../api/route.ts';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';

type Role = AnswerOf<typeof routes.organisations>['organisations'][number]['roles'][number];
export type Listed = { readonly roles: readonly Role[]; readonly isHub: boolean };

/** Organisations of the network with their roles that see cases. */
export function useDirectory(): Readonly<Record<string, Listed>> {
  const api = useApi();
  const found = useQuery({
    queryKey: ['organisations', 'roles'],
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const { organisations } = await api.call(routes.organisations, { signal });
      return Object.fromEntries(organisations.map(({ id, kind, roles }) => [id, { roles, isHub: kind === 'hub' }]));
    },
  });
  return found.data ?? {};
}

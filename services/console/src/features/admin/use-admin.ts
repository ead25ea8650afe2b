import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { allOrganisations } from '../../api/all-organisations.ts';
import type { Api } from '../../api/api.ts';
import { routes } from '../../api/routes.ts';
import { useKeyedWrite } from '../../api/use-keyed-write.ts';
import { useApi } from '../../app/services.tsx';

export const useOrganisationList = () => {
  const api = useApi();
  return useQuery({
    queryKey: ['admin', 'organisations'],
    queryFn: ({ signal }) => allOrganisations(api, { signal }),
  });
};

/** People of the own organisation; a slip is used elsewhere, so whoever comes back to the window sees how it is now. */
export function usePeopleList() {
  const api = useApi();
  const people = useQuery({
    queryKey: ['admin', 'people'],
    queryFn: ({ signal }) => api.call(routes.people, { signal }),
  });
  const { refetch } = people;
  useEffect(() => {
    const look = () => void refetch();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [refetch]);
  return people;
}

/** Changes something; the same content pressed twice counts once, and the lists follow. */
export function useAdminWrite<Input, Answer = unknown>(
  write: (api: Api, input: Input, key: string) => Promise<Answer>,
  onWritten: (answer: Answer) => void = () => undefined,
) {
  const api = useApi();
  const client = useQueryClient();
  const mutationFn = useKeyedWrite((input: Input, key) => write(api, input, key));
  return useMutation({
    mutationFn,
    onSuccess: answer => {
      onWritten(answer);
      // The network's directory, of which forms and names ask, under its own name.
      void client.invalidateQueries({ queryKey: ['organisations'] });
      return client.invalidateQueries({ queryKey: ['admin'] });
    },
  });
}

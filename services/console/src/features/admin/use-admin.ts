import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Api } from '../../api/api.ts';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';

export const useOrganisationList = () => {
  const api = useApi();
  return useQuery({
    queryKey: ['admin', 'organisations'],
    queryFn: ({ signal }) => api.call(routes.listOrganisations, { signal }),
  });
};

export const usePeopleList = () => {
  const api = useApi();
  return useQuery({ queryKey: ['admin', 'people'], queryFn: ({ signal }) => api.call(routes.listPeople, { signal }) });
};

export const useMembershipList = () => {
  const api = useApi();
  return useQuery({
    queryKey: ['admin', 'memberships'],
    queryFn: ({ signal }) => api.call(routes.listMemberships, { signal }),
  });
};

/** Adds something; the same content pressed twice adds it once, and the lists follow. */
export function useAdd<Body>(add: (api: Api, body: Body, key: string) => Promise<unknown>, onAdded: () => void) {
  const api = useApi();
  const client = useQueryClient();
  const attempt = useRef({ content: '', key: '' });
  return useMutation({
    mutationFn: (body: Body) => {
      const content = JSON.stringify(body);
      if (attempt.current.content !== content) attempt.current = { content, key: crypto.randomUUID() };
      return add(api, body, attempt.current.key);
    },
    onSuccess: () => {
      attempt.current = { content: '', key: '' };
      onAdded();
      return client.invalidateQueries({ queryKey: ['admin'] });
    },
  });
}

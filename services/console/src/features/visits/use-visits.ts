import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { routes } from '../../api/routes.ts';
import { visitRoutes } from '../../api/visit-routes.ts';
import { useApi } from '../../app/services.tsx';
import { useDeviceState } from '../offline/use-program.ts';

/** Under the case: whatever happens to it may be on its card. */
const cardQuery = (id: string) => ['case', id, 'card'];

export function useVisits() {
  const api = useApi();
  return useQuery({
    queryKey: ['visits'],
    queryFn: ({ signal }) => api.call(visitRoutes.visits, { signal }),
    // A page that is opened anew asks anew; in between the list stands.
    refetchOnMount: 'always',
  });
}

export function useCarriedCard(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: cardQuery(id),
    queryFn: ({ signal }) => api.call(visitRoutes.card, { params: { id }, signal }),
  });
}

/** How many entries of a case are fetched for a visit that is carried along: what is kept of them, the device says. */
const ENTRIES = 50;

/**
 * With the list of visits comes what is needed on the way: the carry card of each child, its case and the newest entries.
 * Answers when all of it is here; null: it is not, or nothing is kept on this device.
 */
export function useCarried(caseIds: readonly string[]): { readonly at: number | null; readonly failed: number } {
  const api = useApi();
  const client = useQueryClient();
  const isOpen = useDeviceState().is === 'open';
  const [carried, setCarried] = useState<{ at: number | null; failed: number }>({ at: null, failed: 0 });
  const ids = [...new Set(caseIds)].join(' ');
  useEffect(() => {
    if (!isOpen || ids === '') return;
    let isShown = true;
    const carry = async (id: string) => {
      const params = { id };
      const card = await api.call(visitRoutes.card, { params, isQuiet: true });
      client.setQueryData(cardQuery(id), card);
      const view = await api.call(routes.case, { params, isQuiet: true });
      client.setQueryData(['case', id], view);
      const query = { after: Math.max(0, view.version - ENTRIES) };
      await api.call(routes.events, { params, query, isQuiet: true });
    };
    const all = async () => {
      let failed = 0;
      // One after the other: a page that somebody reads comes first.
      for (const id of ids.split(' '))
        await carry(id).catch(() => {
          failed += 1;
        });
      if (isShown) setCarried({ at: failed === 0 ? Date.now() : null, failed });
    };
    void all();
    return () => {
      isShown = false;
    };
  }, [api, client, isOpen, ids]);
  return carried;
}

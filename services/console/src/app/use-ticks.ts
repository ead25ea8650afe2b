import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { sendEvent } from '../api/send-event.ts';
import { draftsOf } from '../features/form/drafts.ts';
import { useServices } from './services.tsx';
import { createTickQueue, type TickQueue } from './tick-queue.ts';
import type { Workplace } from './workplace.tsx';

/** What this membership ticks: sent at once, or as soon as there is a network, whichever page is open then. */
export function useTicks({ me, live, own, seen, isHere }: Pick<Workplace, 'me' | 'live' | 'own' | 'seen' | 'isHere'>) {
  const { api } = useServices();
  const client = useQueryClient();
  const [ticks] = useState<TickQueue>(() =>
    createTickQueue({
      kept: draftsOf(sessionStorage, { person: me.person.id, place: `ticks.${me.membership.id}` }),
      isOnline: () => navigator.onLine,
      send: async ({ caseId, version, key, body }) => {
        // What else happened to the case meanwhile does not speak against it; that it was done, the case itself says.
        const event = { caseId, append: false, version, key, body, isHere, again: () => body };
        const answer = await sendEvent(api, event).finally(
          () => void client.invalidateQueries({ queryKey: ['case', caseId] }),
        );
        own.note(caseId, answer.version);
        seen.wrote(caseId, answer.version);
        live.written();
        return answer.version;
      },
    }),
  );
  useEffect(() => {
    const look = () => void ticks.flush();
    look();
    // With the live connection the network is there again; while it stands, whoever was busy is asked again by and by.
    return live.status.subscribe(() => live.status.read().isConnected && look());
  }, [ticks, live]);
  return ticks;
}

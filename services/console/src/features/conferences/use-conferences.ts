import type { CaseView, Conferences } from '@kaerimichi/contracts';
import { useQuery } from '@tanstack/react-query';
import { routes } from '../../api/routes.ts';
import { useSend } from '../../api/use-send.ts';
import { useApi } from '../../app/services.tsx';

/** The conferences of a case, the newest first. */
export function useConferences(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['case', id, 'conferences'],
    queryFn: ({ signal }): Promise<Conferences> => api.call(routes.conferences, { params: { id }, signal }),
  });
}

/** Written beside what others write: two people who answer, or note a decision, do not stand in each other's way. */
const appended: readonly string[] = [
  'conference.answered',
  'conference.noted',
  'minutes.confirmed',
  'minutes.supplemented',
];

type Body = Readonly<Record<string, unknown>> & { readonly type: string };

/** One step of a conference: its button is busy meanwhile, and says beside it why it was refused. */
export function useConferenceStep(view: CaseView) {
  const sending = useSend();
  return {
    isBusy: sending.isBusy,
    error: sending.error,
    send: (body: Body) =>
      sending.send({
        ...{ caseId: view.id, version: view.version, body },
        append: appended.includes(body.type),
        again: () => body,
      }),
  };
}
export type ConferenceStep = ReturnType<typeof useConferenceStep>;

import type { HistoryEvent } from '@kaerimichi/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { routes } from '../../api/routes.ts';
import type { EventBody } from '../../api/send-event.ts';
import { type Sent, useSend } from '../../api/use-send.ts';
import { useApi } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';

/** Every handoff of a case that one may read. Fetched afresh whenever something happens to the case. */
export function useCaseHandoffs(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['case', id, 'handoffs'],
    queryFn: ({ signal }) => api.call(routes.handoffsOfCase, { params: { id }, signal }),
  });
}

/** A text for each section from what is recorded of the case. */
export function useProposal(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['case', id, 'handoff-proposal'],
    queryFn: ({ signal }) => api.call(routes.handoffProposal, { params: { id }, signal }),
  });
}

/** What is written of a handoff by somebody else meanwhile; whatever else happens to the case leaves it as it is. */
const rewrites: readonly string[] = ['handoff.composed', 'handoff.sent'];
const isRewritten = (since: readonly HistoryEvent[]) => since.some(({ type }) => rewrites.includes(type));

/** Steps of a handoff, and how the last one was refused; `answers` counts the refusals that have arrived. */
export function useStep(caseId: string, version: number) {
  const sending = useSend();
  const { pathway } = useWorkplace();
  const [answers, setAnswers] = useState(0);
  const send = async (body: EventBody, at = version): Promise<Sent> => {
    const append = pathway.events.find(({ type }) => type === body.type)?.append ?? false;
    const again = (since: readonly HistoryEvent[]) => (isRewritten(since) ? null : body);
    const sent = await sending.send({ caseId, append, version: at, body, again });
    if (!sent.ok) setAnswers(count => count + 1);
    return sent;
  };
  return { ...sending, answers, send };
}
export type Step = ReturnType<typeof useStep>;

import { useRef, useState } from 'react';
import { useApi } from '../app/services.tsx';
import { useWorkplace } from '../app/workplace.tsx';
import { useRefreshCase } from './queries.ts';
import { type EventAnswer, type EventToSend, sendEvent } from './send-event.ts';

type Outgoing = Omit<EventToSend, 'key' | 'isHere'>;
export type Sent =
  | { readonly ok: true; readonly answer: EventAnswer }
  | { readonly ok: false; readonly error: unknown };

export type Sending = {
  readonly isBusy: boolean;
  /** Why the last one was refused. */
  readonly error: unknown;
  readonly send: (event: Outgoing) => Promise<Sent>;
  readonly clear: () => void;
};

/**
 * Sends events of a case. The same content keeps its key until it is accepted, also when a person presses again after a
 * lost answer, so that it counts once.
 */
export function useSend(): Sending {
  const api = useApi();
  const { live, own, isHere } = useWorkplace();
  const refresh = useRefreshCase();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const attempt = useRef({ content: '', key: '' });

  async function send(event: Outgoing): Promise<Sent> {
    const content = JSON.stringify([event.caseId, event.body]);
    if (attempt.current.content !== content) attempt.current = { content, key: crypto.randomUUID() };
    setBusy(true);
    setError(null);
    try {
      const answer = await sendEvent(api, { ...event, key: attempt.current.key, isHere });
      attempt.current = { content: '', key: '' };
      own.note(event.caseId, answer.version);
      live.written();
      return { ok: true, answer };
    } catch (problem) {
      setError(problem);
      return { ok: false, error: problem };
    } finally {
      setBusy(false);
      refresh(event.caseId);
    }
  }
  return { isBusy, error, send, clear: () => setError(null) };
}

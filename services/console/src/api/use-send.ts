import { useState } from 'react';
import { useApi } from '../app/services.tsx';
import { useWorkplace } from '../app/workplace.tsx';
import { useRefreshCase } from './queries.ts';
import { type EventAnswer, type EventToSend, sendEvent } from './send-event.ts';
import { useKeyedWrite } from './use-keyed-write.ts';

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

/** Sends events of a case; the same content counts once, however often it is pressed. */
export function useSend(): Sending {
  const api = useApi();
  const { live, own, seen, isHere } = useWorkplace();
  const refresh = useRefreshCase();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const write = useKeyedWrite(
    (event: Outgoing, key) => sendEvent(api, { ...event, key, isHere }),
    ({ caseId, body }) => [caseId, body],
  );

  async function send(event: Outgoing): Promise<Sent> {
    setBusy(true);
    setError(null);
    try {
      const answer = await write(event);
      own.note(event.caseId, answer.version);
      seen.wrote(event.caseId, answer.version);
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

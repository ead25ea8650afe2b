import type { Registration } from '@kaerimichi/contracts';
import { useRef, useState } from 'react';
import type { AnswerOf } from '../../api/route.ts';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';

type Made = AnswerOf<typeof routes.register>;

/** Registers a case; the same content pressed twice makes one case. */
export function useRegister() {
  const api = useApi();
  const { live } = useWorkplace();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const attempt = useRef({ content: '', key: '' });
  const send = async (body: Registration): Promise<Made | null> => {
    const content = JSON.stringify(body);
    if (attempt.current.content !== content) attempt.current = { content, key: crypto.randomUUID() };
    setBusy(true);
    setError(null);
    try {
      const made = await api.call(routes.register, { body, key: attempt.current.key });
      live.written();
      return made;
    } catch (problem) {
      setError(problem);
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { send, isBusy, error };
}

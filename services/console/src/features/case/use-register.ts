import type { Registration } from '@kaerimichi/contracts';
import { useState } from 'react';
import type { AnswerOf } from '../../api/route.ts';
import { routes } from '../../api/routes.ts';
import { useKeyedWrite } from '../../api/use-keyed-write.ts';
import { useApi } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';

type Made = AnswerOf<typeof routes.register>;

/** Registers a case; the same content pressed twice makes one case. */
export function useRegister() {
  const api = useApi();
  const { live, seen } = useWorkplace();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const write = useKeyedWrite(
    (body: Registration, key) => api.call(routes.register, { body, key }),
    body => ['register', body],
  );
  const send = async (body: Registration): Promise<Made | null> => {
    setBusy(true);
    setError(null);
    try {
      const made = await write(body);
      seen.wrote(made.id, made.version);
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

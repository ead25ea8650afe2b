import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { taskOfCase } from './task-of-case.ts';

/** Asked again with the next key: what was done on another page is no longer to do. */
const FRESH_MS = 5_000;

/** Opens the form that moves the day of one's task in a case, or gives it away; says so where one has none there. */
export function useTaskForm(): (caseId: string, event: 'task.dueMoved' | 'task.assigned') => Promise<void> {
  const api = useApi();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { live, notice } = useWorkplace();
  const { say } = useSpeech();
  return async (caseId, event) => {
    const card = live.board.read().held.cards.get(caseId);
    const found = await client
      .fetchQuery({
        queryKey: ['tasks'],
        queryFn: ({ signal }) => api.call(routes.tasks, { signal }),
        staleTime: FRESH_MS,
      })
      .catch(() => null);
    const key = found && taskOfCase(found.tasks, card)?.key;
    if (key) return void navigate(`/cases/${caseId}/record/${event}?task=${encodeURIComponent(key)}`);
    const { no = '', version = 0 } = card ?? {};
    const text = say('board.noTask', { no });
    notice.write({ caseId, no, version, text, at: Date.now(), canUndo: false });
  };
}

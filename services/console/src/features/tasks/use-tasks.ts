import type { TaskChange } from '@kaerimichi/contracts';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { routes } from '../../api/routes.ts';
import { useKeyedWrite } from '../../api/use-keyed-write.ts';
import { useApi } from '../../app/services.tsx';
import { useCardChanges } from '../../app/use-card-changes.ts';
import { useWorkplace } from '../../app/workplace.tsx';

/** `own`, `team`, or the membership of somebody who is away. */
type TasksOf = string;

/** What there is to do, asked again when a case of the board has changed. */
export function useTasks(of: TasksOf = 'own') {
  const api = useApi();
  const tasks = useQuery({
    queryKey: ['tasks', of],
    queryFn: ({ signal }) => api.call(routes.tasks, { query: of === 'own' ? {} : { of }, signal }),
    placeholderData: keepPreviousData,
    // What was done on another page a moment ago is no longer to do.
    staleTime: 0,
  });
  useCardChanges(() => void tasks.refetch());
  return tasks;
}

const COLLEAGUES_FRESH_MS = 5 * 60_000;

/** Who of the own organisation may have a task. */
export function useColleagues() {
  const api = useApi();
  return useQuery({
    queryKey: ['tasks', 'colleagues'],
    queryFn: async ({ signal }) => (await api.call(routes.colleagues, { signal })).colleagues,
    staleTime: COLLEAGUES_FRESH_MS,
  });
}

type ChangeOfTasks = {
  readonly tasks: readonly { readonly caseId: string; readonly task: string }[];
  readonly change: TaskChange;
};

/** Changes several tasks at once; the answer says of each whether it was done. */
export function useChangeTasks() {
  const api = useApi();
  const client = useQueryClient();
  const { live } = useWorkplace();
  const write = useKeyedWrite(({ tasks, change }: ChangeOfTasks, key) =>
    api.call(routes.changeTasks, { body: { tasks: [...tasks], change }, key }),
  );
  return async (wish: ChangeOfTasks) => {
    const answer = await write(wish);
    live.written();
    await client.invalidateQueries({ queryKey: ['tasks'] });
    for (const { caseId } of answer.done) void client.invalidateQueries({ queryKey: ['case', caseId] });
    return answer;
  };
}

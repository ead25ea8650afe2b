import { useSpeech } from '../../words/speech-context.tsx';
import { useTasks } from './use-tasks.ts';

/** Which task of a case is given away or moved, as the list says it; nothing once it is done: the answer says so then. */
export function TaskWords({ caseId, task }: { readonly caseId: string; readonly task: string }) {
  const { pick } = useSpeech();
  const found = useTasks().data?.tasks.find(other => other.caseId === caseId && other.key === task);
  return found ? <p className="panel">{pick(found.what)}</p> : null;
}

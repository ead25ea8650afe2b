import type { Pathway } from '@kaerimichi/contracts';
import { deadlineOfRef, MOVE, taskRef } from '@kaerimichi/discharge';
import type { Speech } from '../../words/words.ts';
import { refWords } from './ref-words.ts';

type Told = {
  readonly pathway: Pick<Pathway, 'requirements'>;
  /** Words of items by id, as far as the viewer is told them. */
  readonly items: Readonly<Record<string, string>>;
};

/** A task in words, as an entry of the history names it by its key; empty where the key names none. */
export function toldTask(key: string, { pathway, items }: Told, speech: Speech): string {
  const task = taskRef(key);
  if (!task) return '';
  const { kind, ref } = task;
  if (kind === 'turn' && ref !== MOVE) {
    const requirement = pathway.requirements.find(({ id }) => id === ref);
    return requirement ? speech.pick(requirement.todo) : '';
  }
  if (kind === 'deadline') {
    const deadline = deadlineOfRef(ref);
    return deadline ? speech.code('dueKind', deadline.kind) + refWords(deadline, speech) : '';
  }
  const [id = ''] = ref.split('.');
  return [speech.code('taskKind', kind), items[id] ?? ''].filter(Boolean).join(' ');
}

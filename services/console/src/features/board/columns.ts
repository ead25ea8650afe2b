import type { Pathway } from '@kaerimichi/contracts';
import type { Speech } from '../../words/words.ts';

export type Column = { readonly id: string; readonly name: string; readonly number: number; readonly phase: number };

/** The columns of the board in the pathway's order; phases numbered 1 to 4 as they come. The archive is no column. */
export function boardColumns(pathway: Pathway, { pick }: Speech): Column[] {
  const open = pathway.columns.filter(({ id }) => id !== 'closed');
  const phases = [...new Set(open.map(({ phase }) => phase))];
  return open.map(({ id, label, phase }, at) => ({
    id,
    name: pick(label),
    number: at + 1,
    phase: phases.indexOf(phase) + 1,
  }));
}

/** A sentence with places for figures, said without them: `残り {left}` has no figure where there is no case. */
export const withoutPlaces = (text: string) =>
  text
    .replace(/\s*[((][^()()]*\{\w+\}[^()()]*[))]/g, '')
    .replace(/\{\w+\}/g, '…')
    .trim();

/** The next step of a card in words: what the first unmet condition asks for, or the move itself when all are met. */
export function nextWords(pathway: Pathway, next: string | null, { pick }: Speech): string {
  if (next === null) return '';
  const requirement = pathway.requirements.find(({ id }) => id === next);
  if (requirement) return pick(requirement.todo);
  const event = pathway.events.find(({ type }) => type === next);
  return event ? pick(event.todo) : next;
}

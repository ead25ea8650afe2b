import type { Pathway } from '@kaerimichi/contracts';
import type { Speech } from '../../words/words.ts';

type Board = {
  readonly stages: readonly Pathway['stages'][number][];
  readonly columns: readonly Pathway['columns'][number][];
};

const stageOf = ({ stages }: Board, id: string) => stages.find(stage => stage.id === id.split('.')[0]);

/** `受付(依頼・スクリーニング)`: the column of the board, and the stage within it where it is called otherwise. */
export function stagePlace(board: Board, id: string, { pick, say }: Pick<Speech, 'pick' | 'say'>): string {
  const stage = stageOf(board, id);
  if (!stage) return id;
  const column = columnName(board, id, { pick });
  const name = pick(stage.label);
  return column === undefined || column === name ? name : say('common.nameWith', { name: column, more: name });
}

/** The column of the board in which a stage stands, in words. */
export function columnName(board: Board, id: string, { pick }: Pick<Speech, 'pick'>): string | undefined {
  const stage = stageOf(board, id);
  const column = board.columns.find(other => other.id === stage?.column);
  return column && pick(column.label);
}

import { Button } from '../../parts/button.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { NoCaseYet } from '../start/no-case-yet.tsx';

type Props = { readonly isFiltered: boolean; readonly filters: number; readonly onClear: () => void };

/** No card: because of the filters, or because there is none yet; and the one thing to do about it. */
export function BoardEmpty({ isFiltered, filters, onClear }: Props) {
  const { say } = useSpeech();
  if (!isFiltered)
    return (
      <div className="board-empty stack">
        <NoCaseYet />
      </div>
    );
  return (
    <div className="board-empty stack">
      <p>{say('board.noMatch', { n: filters })}</p>
      <p>
        <Button onClick={onClear}>{say('filter.clear')}</Button>
      </p>
    </div>
  );
}

import { Button } from '../../parts/button.tsx';
import { clockTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import type { Settled } from './use-settled.ts';
import type { useTick } from './use-tick.ts';

type Props = { readonly settled: Settled; readonly tick: ReturnType<typeof useTick> };

/** What became of a row, said once where it stands; what one ticked oneself can be taken back for ten seconds. */
export function SettledWords({ settled, tick }: Props) {
  const { say, language } = useSpeech();
  const words = () => {
    if (settled.is === 'ticked') return say('task.ticked', { at: clockTime(settled.at, language) });
    if (settled.is === 'waiting') return say('task.waitsToBeSent');
    if (settled.is === 'ended') return say('task.shareEnded');
    return say(settled.is === 'done' ? 'task.doneBy' : 'task.changedBy', { name: settled.by });
  };
  return (
    <span className="task-when small">
      <span role="status">{words()}</span>
      {tick.isUndoable && (
        <Button isSmall isBusy={tick.isBusy} onClick={() => void tick.undo()}>
          {say('task.undo')}
        </Button>
      )}
    </span>
  );
}

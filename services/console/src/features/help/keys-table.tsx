import { screensOf } from '../../app/screens.tsx';
import { usePreferences } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import type { WordKey } from '../../words/words.ts';
import { isControlThere } from '../board/board-controls.ts';

type KeyLine = {
  readonly keys: string;
  readonly word: WordKey;
  readonly isLetter?: true;
  /** Only where the board behind has such a control. */
  readonly control?: Parameters<typeof isControlThere>[0];
};

const keys: readonly KeyLine[] = [
  { keys: '/', word: 'keys.search', isLetter: true },
  { keys: '?', word: 'keys.help', isLetter: true },
  { keys: '← ↑ ↓ →', word: 'keys.arrows' },
  { keys: 'Home / End', word: 'keys.homeEnd' },
  { keys: 'Enter', word: 'keys.enter' },
  { keys: 'Shift + Enter', word: 'keys.shiftEnter' },
  { keys: 'm', word: 'keys.move', isLetter: true },
  { keys: 'h', word: 'keys.hold', isLetter: true },
  { keys: 'd', word: 'keys.date', isLetter: true },
  { keys: 'a', word: 'keys.owner', isLetter: true },
  { keys: 'c', word: 'keys.note', isLetter: true },
  { keys: 'f', word: 'keys.filter', isLetter: true },
  { keys: 'q', word: 'keys.mine', isLetter: true },
  { keys: 'x', word: 'keys.clear', isLetter: true },
  { keys: 'u', word: 'keys.seen', isLetter: true },
  { keys: 'l', word: 'keys.lanes', isLetter: true },
  { keys: 'v', word: 'keys.views', isLetter: true, control: 'v' },
  { keys: '[ / ]', word: 'keys.fold', isLetter: true, control: 'lane' },
  { keys: 'j / k', word: 'keys.taskStep', isLetter: true },
  { keys: 'Space', word: 'keys.taskTick' },
  { keys: 'd', word: 'keys.taskDate', isLetter: true },
  { keys: 'a', word: 'keys.taskAssign', isLetter: true },
  { keys: 'Ctrl + Z', word: 'keys.undo' },
  { keys: 'Ctrl + Enter', word: 'keys.submit' },
  { keys: 'Esc', word: 'keys.escape' },
];

/** Every key and what it does; letters only while they are on. */
export function KeysTable() {
  const { say } = useSpeech();
  const { letters } = usePreferences();
  const { me } = useWorkplace();
  return (
    <div className="stack-tight">
      {!letters && <p className="note-info">{say('keys.off')}</p>}
      <table className="table">
        <caption className="hidden-visually">{say('nav.keys')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('keys.key')}</th>
            <th scope="col">{say('keys.does')}</th>
          </tr>
        </thead>
        <tbody>
          {letters &&
            screensOf(me).flatMap(({ nav }) =>
              nav?.letter
                ? [
                    <tr key={nav.letter}>
                      <th scope="row">
                        <kbd>g {nav.letter}</kbd>
                      </th>
                      <td>{say('keys.go', { page: say(nav.word) })}</td>
                    </tr>,
                  ]
                : [],
            )}
          {keys
            .filter(({ isLetter, control }) => (letters || !isLetter) && (!control || isControlThere(control)))
            .map(({ keys: pressed, word }) => (
              <tr key={word}>
                <th scope="row">
                  <kbd>{pressed}</kbd>
                </th>
                <td>{say(word)}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <p className="small muted">{say('keys.ime')}</p>
    </div>
  );
}

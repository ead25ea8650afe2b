import { isComposing, type Press, plainLetter } from '../board/keys.ts';

type TaskAction = 'next' | 'previous' | 'tick' | 'date' | 'assign';

const arrows: Readonly<Record<string, TaskAction>> = { ArrowDown: 'next', ArrowUp: 'previous', ' ': 'tick' };
const letters: Readonly<Record<string, TaskAction>> = { j: 'next', k: 'previous', d: 'date', a: 'assign' };

/** What a key does on a row of the list; null when it is none of ours. Enter is the link's own. */
export function taskAction(press: Press, areLettersOn: boolean): TaskAction | null {
  if (isComposing(press)) return null;
  const letter = plainLetter(press, areLettersOn);
  if (letter) return letters[letter] ?? null;
  const isPlain = !(press.altKey || press.ctrlKey || press.metaKey || press.shiftKey);
  return isPlain ? (arrows[press.key] ?? null) : null;
}

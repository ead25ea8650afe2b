import type { Step } from './placing.ts';

export type KeyAction =
  | { readonly do: 'step'; readonly step: Step }
  | { readonly do: 'open' | 'openPage' | 'move' | 'hold' | 'date' | 'owner' | 'note' | 'clear' | 'mine' | 'seen' }
  /** A control of the board that has a key of its own. */
  | { readonly do: 'control'; readonly control: BoardControl }
  | { readonly do: 'lane'; readonly isFolded: boolean };

/** Controls outside the cards, marked by `data-board-key`: filter panel, lanes, saved views. One that is not there has no key. */
export const boardControls = ['f', 'l', 'v'] as const;
export type BoardControl = (typeof boardControls)[number];

/** A key press as far as a shortcut may know it. */
export type Press = {
  readonly key: string;
  readonly keyCode: number;
  readonly isComposing: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

const steps: Readonly<Record<string, Step>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};
const letters: Readonly<Record<string, KeyAction>> = {
  m: { do: 'move' },
  h: { do: 'hold' },
  d: { do: 'date' },
  a: { do: 'owner' },
  c: { do: 'note' },
  x: { do: 'clear' },
  q: { do: 'mine' },
  u: { do: 'seen' },
  f: { do: 'control', control: 'f' },
  l: { do: 'control', control: 'l' },
  v: { do: 'control', control: 'v' },
  '[': { do: 'lane', isFolded: true },
  ']': { do: 'lane', isFolded: false },
};

/** A composing input method owns every key, also the one that ends the composition (code 229). */
export const isComposing = (press: Pick<Press, 'isComposing' | 'keyCode'>): boolean =>
  press.isComposing || press.keyCode === 229;

/** Whether a key belongs to a field in which somebody writes or chooses. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** What a key does on the board; null when it is none of ours. Single letters can be switched off (WCAG 2.1.4). */
export function keyAction(press: Press, areLettersOn: boolean): KeyAction | null {
  if (!isPlain(press)) return null;
  const step = steps[press.key];
  if (step && !press.shiftKey) return { do: 'step', step };
  if (press.key === 'Enter') return { do: press.shiftKey ? 'openPage' : 'open' };
  if (!areLettersOn || press.shiftKey) return null;
  return letters[press.key] ?? null;
}

const isPlain = (press: Press): boolean => !(isComposing(press) || press.altKey || press.ctrlKey || press.metaKey);

/** `/` and `?` work on every page; null otherwise. */
export function pageKeyAction(press: Press, areLettersOn: boolean): 'search' | 'help' | null {
  if (!isPlain(press) || !areLettersOn) return null;
  if (press.key === '/') return 'search';
  return press.key === '?' ? 'help' : null;
}

/** A single small letter that nothing changes; null where letters are switched off, or it is none. */
export const plainLetter = (press: Press, areLettersOn: boolean): string | null =>
  areLettersOn && isPlain(press) && !press.shiftKey && /^[a-z]$/.test(press.key) ? press.key : null;

/** After `g` the next letter leads to a page. */
export const isGoKey = (press: Press, areLettersOn: boolean): boolean => plainLetter(press, areLettersOn) === 'g';

export const isUndoKey = (press: Press): boolean =>
  press.key === 'z' && (press.ctrlKey || press.metaKey) && !press.shiftKey && !press.altKey && !isComposing(press);

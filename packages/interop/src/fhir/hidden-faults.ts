import { endOfString, isHalved, stringOf } from '../json-strings.ts';
import { cut, text } from './json.ts';

/** What JSON.parse takes without a word: a key twice in one object, of which the last would win; half of a surrogate pair. */
export type HiddenFault = { readonly path: string; readonly why: 'doubledKey' | 'halfCharacter' };
/** The first fault of each object or list that has one, by the value that JSON.parse made of it. */
export type HiddenFaults = ReadonlyMap<object, HiddenFault>;

/** An object or list that is open where the text is read; `step` leads from it to what is read now. */
type Open = { readonly keys: Keys | null; step: string | number; isKeyNext: boolean };

/** Whatever is nested deeper is left out for that. */
const DEEPEST = 300;

/** Finds them in the text that a value was parsed from, which is JSON. */
export function hiddenFaults(source: string, value: unknown): HiddenFaults {
  const faults = new Map<object, HiddenFault>();
  const open: Open[] = [];
  const halves = mayHaveHalves(source);
  const note = (why: HiddenFault['why']) => {
    const holder = open.length > DEEPEST ? undefined : reach(value, open);
    if (holder && !faults.has(holder)) faults.set(holder, { why, path: pathOf(open) });
  };
  for (let at = 0; at < source.length; at++) {
    const sign = source[at];
    const top = open.at(-1);
    if (sign === '{') open.push({ keys: new Keys(), step: '', isKeyNext: true });
    else if (sign === '[') open.push({ keys: null, step: 0, isKeyNext: false });
    else if (sign === '}' || sign === ']') open.pop();
    else if (sign === ',' && top) {
      if (typeof top.step === 'number') top.step += 1;
      top.isKeyNext = top.keys !== null;
    } else if (sign === '"') {
      const end = endOfString(source, at);
      const written = source.slice(at, end);
      const isRepeated = top?.isKeyNext && takeKey(top, written);
      if (isRepeated) note('doubledKey');
      if (halves && isHalved(written)) note('halfCharacter');
      at = end - 1;
    }
  }
  return faults;
}

/** Remembers a key; whether it stood in the same object before. */
function takeKey(top: Open, written: string): boolean {
  const key = stringOf(written);
  top.step = key;
  top.isKeyNext = false;
  return top.keys?.add(key) === true;
}

/** Keys of one object. Most have a few, which a list finds sooner than a set is made. */
class Keys {
  readonly #few: string[] = [];
  #many: Set<string> | null = null;

  /** Whether it was there. */
  add(key: string): boolean {
    const has = this.#many ? this.#many.has(key) : this.#few.includes(key);
    if (this.#many) this.#many.add(key);
    else if (this.#few.push(key) > 16) this.#many = new Set(this.#few);
    return has;
  }
}

const mayHaveHalves = (source: string): boolean => !source.isWellFormed() || /\\u[dD][89a-fA-F]/.test(source);

/** The innermost open object or list as it was parsed; undefined where a later key of the same name replaced it. */
function reach(value: unknown, open: readonly Open[]): object | undefined {
  let reached = value;
  for (const { step } of open.slice(0, -1)) {
    if (!isHolder(reached) || !Object.hasOwn(reached, step)) return undefined;
    reached = reached[step];
  }
  return isHolder(reached) ? reached : undefined;
}

const isHolder = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === 'object' && value !== null;

const pathOf = (open: readonly Open[]): string =>
  open
    .map(({ step }) => (typeof step === 'number' ? `[${step}]` : `.${cut(text(step) ?? '', 60)}`))
    .join('')
    .replace(/^\./, '');

/** The first fault within a value, but for what stands below some of its own keys. */
export function faultWithin(value: unknown, faults: HiddenFaults, except: readonly string[] = []): HiddenFault | null {
  if (faults.size === 0 || !isHolder(value)) return null;
  const own = faults.get(value);
  if (own) return own;
  for (const [key, inner] of Object.entries(value)) {
    const found = except.includes(key) ? null : faultBelow(inner, faults, DEEPEST);
    if (found) return found;
  }
  return null;
}

function faultBelow(value: unknown, faults: HiddenFaults, left: number): HiddenFault | null {
  if (!isHolder(value) || left === 0) return null;
  const own = faults.get(value);
  if (own) return own;
  for (const inner of Object.values(value)) {
    const found = faultBelow(inner, faults, left - 1);
    if (found) return found;
  }
  return null;
}
